# SPDX-License-Identifier: GPL-3.0-or-later
# Fails if PROGRAM loads Qt's window libraries.
cmake_minimum_required(VERSION 3.25)
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${PROGRAM}
  RESOLVED_DEPENDENCIES_VAR loaded UNRESOLVED_DEPENDENCIES_VAR missing)
if(NOT loaded MATCHES "Qt6Core")
  message(FATAL_ERROR "the libraries of ${PROGRAM} could not be read: ${loaded} ${missing}")
endif()
foreach(library IN LISTS loaded missing)
  if(library MATCHES "Qt6(Widgets|Gui)")
    message(FATAL_ERROR "${PROGRAM} loads ${library}")
  endif()
endforeach()
