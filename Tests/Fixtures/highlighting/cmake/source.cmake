cmake_minimum_required(VERSION 3.20)
project(offprint_tools
  VERSION 1.4.2
  DESCRIPTION "Small tools around a folder of articles"
  LANGUAGES C CXX)

# Options that packagers set.
option(BUILD_TESTING "Build the tests" ON)
option(WITH_TLS "Serve over TLS" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()

find_package(Threads REQUIRED)
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(CMARK REQUIRED libcmark-gfm>=0.29)
endif()

file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/*.cpp")
list(FILTER SOURCES EXCLUDE REGEX ".*_test\\.cpp$")

add_library(press STATIC ${SOURCES})
target_include_directories(press
  PUBLIC
    $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>
    $<INSTALL_INTERFACE:include>
  PRIVATE ${CMARK_INCLUDE_DIRS})
target_link_libraries(press PUBLIC Threads::Threads PRIVATE ${CMARK_LIBRARIES})
target_compile_options(press PRIVATE -Wall -Wextra $<$<CONFIG:Debug>:-O0>)

if(WITH_TLS AND NOT WIN32)
  find_package(OpenSSL 3.0 REQUIRED COMPONENTS SSL)
  target_link_libraries(press PRIVATE OpenSSL::SSL)
  target_compile_definitions(press PRIVATE WITH_TLS=1 NAME="${PROJECT_NAME}")
elseif(WIN32)
  message(WARNING "TLS is not built on this system (${CMAKE_SYSTEM_NAME})")
endif()

function(add_tool name)
  cmake_parse_arguments(TOOL "GUI" "ICON" "SOURCES" ${ARGN})
  add_executable(${name} ${TOOL_SOURCES})
  target_link_libraries(${name} PRIVATE press)
  install(TARGETS ${name} RUNTIME DESTINATION bin)
endfunction()

foreach(tool IN ITEMS check dump serve)
  add_tool(${tool} SOURCES tools/${tool}.cpp)
endforeach()

#[[ The tests need a browser,
    so they are a target of their own. ]]
if(BUILD_TESTING)
  enable_testing()
  add_subdirectory(tests)
  add_test(NAME elements COMMAND run_tests --filter elements)
  set_tests_properties(elements PROPERTIES TIMEOUT 60 LABELS "fast;unit")
endif()
