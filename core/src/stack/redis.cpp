// SPDX-License-Identifier: MIT
#include "stowage/stack/redis.hpp"

#include "clamped.hpp"

namespace stowage {

Bytes redis_maxmemory(const Service& service) {
    if (service.maxmemory && !service.maxmemory->is_zero()) return *service.maxmemory;
    return service.memory ? whole_mib_down(redis_maxmemory(service.memory->middle(), service.persistence))
                          : kRedisMaxmemory;
}

}  // namespace stowage
