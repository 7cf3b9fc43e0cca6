// SPDX-License-Identifier: MIT
#include "output_file.hpp"

#include <unistd.h>

#include <cerrno>

namespace stowage::cli {

OutputFile::OutputFile(int descriptor) : descriptor_(descriptor) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
}

OutputFile::int_type OutputFile::overflow(int_type character) {
    if (sync() != 0) return traits_type::eof();
    if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
    return sputc(traits_type::to_char_type(character));
}

int OutputFile::sync() {
    const char* at = pbase();
    while (problem_ == 0 && at < pptr()) {
        const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
        if (written >= 0) {
            at += written;
        } else if (errno != EINTR) {
            problem_ = errno;
        }
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return problem_ == 0 ? 0 : -1;
}

}  // namespace stowage::cli
