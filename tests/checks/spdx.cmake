# SPDX-License-Identifier: GPL-3.0-or-later
# Fails on a source file without its licence line: cmake -P tests/checks/spdx.cmake
#   ROOT  the tree to look at; default: this checkout
cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
  cmake_path(SET ROOT NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../..")
endif()

set(kinds *.h *.cpp *.cmake CMakeLists.txt *.mjs *.js *.cjs *.sh *.py *.html *.css *.svg *.qrc
  *.desktop *.metainfo.xml)
set(files README.md ARCHITECTURE.md CHANGELOG.md dev .ci/run .clang-format .clang-tidy CMakeLists.txt)
foreach(folder IN ITEMS core wire server client ui app resources tests cmake)
  list(TRANSFORM kinds PREPEND "${ROOT}/${folder}/" OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE inside RELATIVE ${ROOT} ${patterns})
  list(APPEND files ${inside})
endforeach()
list(FILTER files EXCLUDE REGEX "/node_modules/")

set(bare "")
foreach(file IN LISTS files)
  if(NOT EXISTS ${ROOT}/${file})
    continue()
  endif()
  file(READ ${ROOT}/${file} head LIMIT 400)
  set(licence "GPL-3\\.0-or-later")
  if(file MATCHES "\\.metainfo\\.xml$")
    set(licence "CC0-1\\.0") # software catalogues take nothing stricter; the program's own is inside
  endif()
  if(NOT head MATCHES "SPDX-License-Identifier: ${licence}")
    string(APPEND bare "${file}: has no SPDX-License-Identifier: ${licence}\n")
  endif()
endforeach()
if(bare)
  message("${bare}")
  message(FATAL_ERROR "files without a licence line")
endif()
