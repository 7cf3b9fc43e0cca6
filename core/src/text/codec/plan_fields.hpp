// SPDX-License-Identifier: MIT
//
// The field tables of every object of a plan file.
#pragma once

#include "field.hpp"
#include "stowage/plan.hpp"

namespace stowage {

template <>
std::span<const Field<Plan>> fields_of();
template <>
std::span<const Field<PriceBasis>> fields_of();
template <>
std::span<const Field<OwnPrice>> fields_of();
template <>
std::span<const Field<ExchangeRate>> fields_of();
template <>
std::span<const Field<OwnedCost>> fields_of();
template <>
std::span<const Field<Environment>> fields_of();
template <>
std::span<const Field<Server>> fields_of();
template <>
std::span<const Field<Service>> fields_of();
template <>
std::span<const Field<Managed>> fields_of();
template <>
std::span<const Field<Network>> fields_of();
template <>
std::span<const Field<Load>> fields_of();
template <>
std::span<const Field<MinHeadroom>> fields_of();
template <>
std::span<const Field<Resources>> fields_of();
template <>
std::span<const Field<ScaleOut>> fields_of();
template <>
std::span<const Field<ScaleIn>> fields_of();

}  // namespace stowage
