# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the texts of the window's sources into a file of translations.
#   LUPDATE  Qt's tool
#   TEXTS    the .ts file
#   ROOT     the tree to look at; default: this checkout
cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
  cmake_path(SET ROOT NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../..")
endif()

# What the window can show; the other programs and the command line speak English.
file(GLOB_RECURSE sources RELATIVE ${ROOT}
  ${ROOT}/core/*.h ${ROOT}/core/*.cpp ${ROOT}/wire/*.h ${ROOT}/wire/*.cpp
  ${ROOT}/server/*.h ${ROOT}/server/*.cpp ${ROOT}/client/*.h ${ROOT}/client/*.cpp
  ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp)
list(FILTER sources EXCLUDE REGEX "^client/load/")
list(SORT sources)
execute_process(
  COMMAND ${LUPDATE} -silent -locations none -no-ui-lines -no-obsolete -target-language zh_CN
    -tr-function-alias tr+=HELP -I . ${sources} -ts ${TEXTS}
  WORKING_DIRECTORY ${ROOT} RESULT_VARIABLE code OUTPUT_QUIET ERROR_VARIABLE said)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "lupdate failed: ${said}")
endif()
