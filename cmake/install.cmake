# SPDX-License-Identifier: GPL-3.0-or-later
# Where the programs and what a desktop shows of them go.
include(GNUInstallDirs)
install(TARGETS signalbox signalboxd)
if(TARGET signalbox-load)
  install(TARGETS signalbox-load)
endif()
install(FILES resources/signalbox.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/signalbox.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/signalbox.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
