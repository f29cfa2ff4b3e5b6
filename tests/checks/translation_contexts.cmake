# SPDX-License-Identifier: GPL-3.0-or-later
# Fails on a text that is translated and yet never found: cmake -P tests/checks/translation_contexts.cmake
# lupdate files a text under the class whose function says it. A class without Q_OBJECT has no tr()
# of its own, so the tr() that it uses has to name just this context.
#   ROOT  the tree to look at; default: this checkout
#   TEXTS  the translations; default: those of ROOT
cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
  cmake_path(SET ROOT NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../..")
endif()
if(NOT DEFINED TEXTS)
  set(TEXTS ${ROOT}/resources/translations/signalbox_zh_CN.ts)
endif()

set(product "")
foreach(folder IN ITEMS core wire server client ui app)
  file(GLOB_RECURSE inside ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
  foreach(file IN LISTS inside)
    file(READ ${file} text)
    string(APPEND product "${text}")
  endforeach()
endforeach()

file(STRINGS ${TEXTS} names REGEX "<name>signalbox::")
if(names STREQUAL "")
  message(FATAL_ERROR "no context was found, so nothing was checked")
endif()
set(lost "")
foreach(name IN LISTS names)
  string(REGEX REPLACE "^.*<name>signalbox::(.*)</name>.*$" "\\1" class "${name}")
  if(NOT product MATCHES "class ${class}( [^{;]*|\n)?{[ \n]*(Q_OBJECT|Q_DECLARE_TR_FUNCTIONS)"
     AND NOT product MATCHES "translate\\([ \n]*\"signalbox::${class}\"")
    string(APPEND lost "signalbox::${class}\n")
  endif()
endforeach()
if(NOT lost STREQUAL "")
  message(FATAL_ERROR "texts of these contexts are not found when the program runs:\n${lost}")
endif()
