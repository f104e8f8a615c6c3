// libxml2's HTML parser. Its headers pull in ICU's where that is installed, which clashes with Foundation's
// copy of the same types; Offprint uses no ICU conversion, so the switch is turned off first.
#pragma once
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
