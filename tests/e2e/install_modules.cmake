# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what package-lock.json names: cmake -D SOURCE=… -D FOLDER=… -D NPM=… -P install_modules.cmake
# Does nothing if that was done before, so that only the first run needs a network.
cmake_minimum_required(VERSION 3.25)
file(SHA256 ${SOURCE}/package-lock.json wanted)
set(stamp ${FOLDER}/installed.sha256)
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
  if(installed STREQUAL wanted AND EXISTS ${FOLDER}/node_modules/ws/package.json)
    return()
  endif()
endif()
file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json DESTINATION ${FOLDER})
execute_process(
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --no-update-notifier
  WORKING_DIRECTORY ${FOLDER}
  COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${stamp} ${wanted})
