# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries all flags: a folder's library links it and has them.
add_library(signalbox_flags INTERFACE)
target_include_directories(signalbox_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(signalbox_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS
  SIGNALBOX_VERSION="${PROJECT_VERSION}")
target_compile_options(signalbox_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast)

option(SIGNALBOX_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
if(SIGNALBOX_WARNINGS_AS_ERRORS)
  target_compile_options(signalbox_flags INTERFACE -Werror)
endif()

option(SIGNALBOX_SANITIZE "Build with AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer" OFF)
if(SIGNALBOX_SANITIZE)
  target_compile_options(signalbox_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(signalbox_flags INTERFACE -fsanitize=address,undefined)
endif()

option(SIGNALBOX_FUZZ "Build for libFuzzer, with AddressSanitizer and UndefinedBehaviorSanitizer; clang only" OFF)
if(SIGNALBOX_FUZZ)
  target_compile_options(signalbox_flags INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  target_link_options(signalbox_flags INTERFACE -fsanitize=address,undefined)
endif()
