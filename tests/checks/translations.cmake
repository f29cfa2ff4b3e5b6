# SPDX-License-Identifier: GPL-3.0-or-later
# Fails on a text of the window without a finished translation, and on one that no source has any
# more: the target update_translations brings the file up to date.
#   LUPDATE  Qt's tool
#   SCRATCH  a folder for a copy of the file
#   ROOT     the tree to look at; default: this checkout
cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
  cmake_path(SET ROOT NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../..")
endif()
set(kept ${ROOT}/resources/translations/signalbox_zh_CN.ts)
set(fresh ${SCRATCH}/signalbox_zh_CN.ts)
file(REMOVE_RECURSE ${SCRATCH})
file(COPY ${kept} DESTINATION ${SCRATCH})
execute_process(
  COMMAND ${CMAKE_COMMAND} -D LUPDATE=${LUPDATE} -D TEXTS=${fresh} -D ROOT=${ROOT}
    -P ${ROOT}/resources/translations/update.cmake
  RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "the texts could not be read")
endif()

set(found "")
file(READ ${fresh} texts)
string(REPLACE ";" "," texts "${texts}")
string(REPLACE "[" "(" texts "${texts}")
string(REPLACE "]" ")" texts "${texts}")
string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<comment>[^<]*</comment>[^<]*)?<translation type=\"unfinished\"" open "${texts}")
foreach(message IN LISTS open)
  string(REGEX REPLACE "<source>([^<]*)</source>.*" "\\1" source "${message}")
  string(APPEND found "not translated: ${source}\n")
endforeach()
file(READ ${kept} before)
string(REGEX MATCHALL "<source>" before "${before}")
string(REGEX MATCHALL "<source>" after "${texts}")
list(LENGTH before before)
list(LENGTH after after)
list(LENGTH open new)
if(before GREATER after)
  math(EXPR gone "${before} - ${after}")
  string(APPEND found "texts that no source has any more: ${gone} or more\n")
endif()
if(found)
  message("${found}")
  message(FATAL_ERROR "translations are not complete: run the target update_translations, then translate")
endif()
