#include "CTheme.h"

// One line per file. `#embed` (and not `.incbin`) because the build notices when such a file changes.
static const unsigned char tokens[] = {
#embed "tokens.txt"
};
static const unsigned char site_page[] = {
#embed "site/page.mustache"
};
static const unsigned char mini_app_wxss[] = {
#embed "miniprogram/app.wxss"
};

static const offprint_theme_file files[] = {
  {"tokens.txt", tokens, sizeof tokens},
  {"site/page.mustache", site_page, sizeof site_page},
  {"miniprogram/app.wxss", mini_app_wxss, sizeof mini_app_wxss},
};

size_t offprint_theme_count(void) { return sizeof files / sizeof files[0]; }
offprint_theme_file offprint_theme_at(size_t index) { return files[index]; }
