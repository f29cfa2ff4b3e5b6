# SPDX-License-Identifier: GPL-3.0-or-later
# Runs clang-tidy on each source as it is compiled, so that a second run looks only at what changed.
option(SIGNALBOX_TIDY "Run clang-tidy with the build" OFF)
if(SIGNALBOX_TIDY)
  find_program(SIGNALBOX_CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${SIGNALBOX_CLANG_TIDY} --quiet)
  # What moc and rcc write is not ours to tidy: it takes the nearest .clang-tidy, which is this one,
  # with a check that finds nothing here (clang-tidy refuses to run with none).
  file(WRITE ${CMAKE_BINARY_DIR}/.clang-tidy "Checks: '-*,darwin-avoid-spinlock'\n")
  # A change of the rules must lead to a new look at everything.
  configure_file(${CMAKE_SOURCE_DIR}/.clang-tidy ${CMAKE_BINARY_DIR}/rules/clang-tidy COPYONLY)
  file(SHA256 ${CMAKE_SOURCE_DIR}/.clang-tidy rules)
  string(SUBSTRING ${rules} 0 12 rules)
  add_compile_definitions(SIGNALBOX_TIDY_RULES="${rules}")
endif()
