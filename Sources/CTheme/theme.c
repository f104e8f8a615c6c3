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
static const unsigned char mini_app_js[] = {
#embed "miniprogram/app.js"
};
static const unsigned char mini_article_js[] = {
#embed "miniprogram/article.js"
};
static const unsigned char mini_common_js[] = {
#embed "miniprogram/common.js"
};
static const unsigned char mini_list_js[] = {
#embed "miniprogram/list.js"
};
static const unsigned char mini_list_wxml[] = {
#embed "miniprogram/list.wxml"
};
static const unsigned char mini_sheet_wxml[] = {
#embed "miniprogram/sheet.wxml"
};

static const offprint_theme_file files[] = {
  {"tokens.txt", tokens, sizeof tokens},
  {"site/page.mustache", site_page, sizeof site_page},
  {"miniprogram/app.wxss", mini_app_wxss, sizeof mini_app_wxss},
  {"miniprogram/app.js", mini_app_js, sizeof mini_app_js},
  {"miniprogram/article.js", mini_article_js, sizeof mini_article_js},
  {"miniprogram/common.js", mini_common_js, sizeof mini_common_js},
  {"miniprogram/list.js", mini_list_js, sizeof mini_list_js},
  {"miniprogram/list.wxml", mini_list_wxml, sizeof mini_list_wxml},
  {"miniprogram/sheet.wxml", mini_sheet_wxml, sizeof mini_sheet_wxml},
};

size_t offprint_theme_count(void) { return sizeof files / sizeof files[0]; }
offprint_theme_file offprint_theme_at(size_t index) { return files[index]; }
