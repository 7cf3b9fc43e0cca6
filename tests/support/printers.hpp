// SPDX-License-Identifier: MIT
//
// How doctest prints the values of a comparison that failed.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "stowage/decimal.hpp"
#include "stowage/quantity.hpp"
#include "stowage/resources.hpp"

namespace doctest {

template <>
struct StringMaker<stowage::MilliCpu> {
    static String convert(stowage::MilliCpu cpu) {
        return (std::to_string(cpu.to_millis()) + " millicores").c_str();
    }
};
template <>
struct StringMaker<stowage::Bytes> {
    static String convert(stowage::Bytes bytes) {
        return (std::to_string(bytes.to_bytes()) + " bytes").c_str();
    }
};
template <>
struct StringMaker<stowage::Money> {
    static String convert(stowage::Money money) {
        return (std::to_string(money.to_nanos()) + " nanos").c_str();
    }
};
template <>
struct StringMaker<stowage::HourlyPrice> {
    static String convert(stowage::HourlyPrice price) {
        return (std::to_string(price.to_nanos()) + " nanos an hour").c_str();
    }
};
template <>
struct StringMaker<stowage::Duration> {
    static String convert(stowage::Duration time) {
        return (std::to_string(time.to_micros()) + " microseconds").c_str();
    }
};
template <>
struct StringMaker<stowage::Percent> {
    static String convert(stowage::Percent percent) {
        return (std::to_string(percent.to_hundredths()) + " hundredths of a per cent").c_str();
    }
};
template <>
struct StringMaker<stowage::Decimal> {
    static String convert(stowage::Decimal number) {
        return (std::to_string(number.digits) + " / 10^" + std::to_string(number.scale)).c_str();
    }
};
template <>
struct StringMaker<stowage::Resources> {
    static String convert(stowage::Resources amounts) {
        return (std::to_string(amounts.cpu.to_millis()) + " millicores, " +
                std::to_string(amounts.memory.to_bytes()) + " bytes")
            .c_str();
    }
};

}  // namespace doctest
