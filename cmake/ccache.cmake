# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles through ccache where it is installed, unless a launcher was chosen.
find_program(SIGNALBOX_CCACHE ccache)
if(SIGNALBOX_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SIGNALBOX_CCACHE})
endif()
