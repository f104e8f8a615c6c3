#include "CPreview.h"

#include <string.h>

/* `#embed` (and not `.incbin`) because the build notices when such a file changes. */
static const unsigned char phone_page[] = {
#embed "phone/page.html"
};
static const unsigned char phone_style[] = {
#embed "phone/style.css"
};
static const unsigned char phone_script[] = {
#embed "phone/script.js"
};

#define ASSET(path, array) {path, array, sizeof array}

static const offprint_preview_asset assets[] = {
  ASSET("phone/page.html", phone_page),
  ASSET("phone/style.css", phone_style),
  ASSET("phone/script.js", phone_script),
};

offprint_preview_asset offprint_preview_find(const char *name) {
  for (size_t index = 0; index < sizeof assets / sizeof assets[0]; index++) {
    if (strcmp(assets[index].name, name) == 0) return assets[index];
  }
  return (offprint_preview_asset){0};
}
