#include "CTheme.h"

// Two lines per file. `#embed` (and not `.incbin`) because the build notices when such a file changes.
static const unsigned char tokens_txt[] = {
#embed "tokens.txt"
};
static const unsigned char site_archives_mustache[] = {
#embed "site/archives.mustache"
};
static const unsigned char site_article_mustache[] = {
#embed "site/article.mustache"
};
static const unsigned char site_home_mustache[] = {
#embed "site/home.mustache"
};
static const unsigned char site_icon_svg[] = {
#embed "site/icon.svg"
};
static const unsigned char site_layout_mustache[] = {
#embed "site/layout.mustache"
};
static const unsigned char site_missing_mustache[] = {
#embed "site/missing.mustache"
};
static const unsigned char site_parts_documents_mustache[] = {
#embed "site/parts/documents.mustache"
};
static const unsigned char site_parts_line_mustache[] = {
#embed "site/parts/line.mustache"
};
static const unsigned char site_offline_js[] = {
#embed "site/offline.js"
};
static const unsigned char site_offline_retire_js[] = {
#embed "site/offline-retire.js"
};
static const unsigned char site_service_worker_js[] = {
#embed "site/service-worker.js"
};
static const unsigned char site_service_worker_retire_js[] = {
#embed "site/service-worker-retire.js"
};
static const unsigned char site_parts_series_mustache[] = {
#embed "site/parts/series.mustache"
};
static const unsigned char site_parts_translations_mustache[] = {
#embed "site/parts/translations.mustache"
};
static const unsigned char site_redirect_mustache[] = {
#embed "site/redirect.mustache"
};
static const unsigned char site_script_js[] = {
#embed "site/script.js"
};
static const unsigned char site_search_mustache[] = {
#embed "site/search.mustache"
};
static const unsigned char search_engine_js[] = {
#embed "search/engine.js"
};
static const unsigned char search_page_js[] = {
#embed "search/page.js"
};
static const unsigned char search_page_wxml[] = {
#embed "search/page.wxml"
};
static const unsigned char search_page_wxss[] = {
#embed "search/page.wxss"
};
static const unsigned char search_site_js[] = {
#embed "search/site.js"
};
static const unsigned char search_site_css[] = {
#embed "search/site.css"
};
static const unsigned char site_custom_css[] = {
#embed "site/custom.css"
};
static const unsigned char site_parts_colophon_mustache[] = {
#embed "site/parts/colophon.mustache"
};
static const unsigned char site_parts_meta_mustache[] = {
#embed "site/parts/meta.mustache"
};
static const unsigned char site_slots_article_end_mustache[] = {
#embed "site/slots/article-end.mustache"
};
static const unsigned char site_slots_body_end_mustache[] = {
#embed "site/slots/body-end.mustache"
};
static const unsigned char site_slots_head_mustache[] = {
#embed "site/slots/head.mustache"
};
static const unsigned char site_style_css[] = {
#embed "site/style.css"
};
static const unsigned char site_term_mustache[] = {
#embed "site/term.mustache"
};
static const unsigned char site_terms_mustache[] = {
#embed "site/terms.mustache"
};
static const unsigned char miniprogram_app_wxss[] = {
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
static const unsigned char mini_actions_js[] = {
#embed "miniprogram/actions.js"
};
static const unsigned char mini_drawer_wxml[] = {
#embed "miniprogram/drawer.wxml"
};
static const unsigned char mini_list_wxss[] = {
#embed "miniprogram/list.wxss"
};
static const unsigned char mini_look_js[] = {
#embed "miniprogram/look.js"
};
static const unsigned char mini_math_wxss[] = {
#embed "miniprogram/math.wxss"
};
static const unsigned char mini_media_js[] = {
#embed "miniprogram/media.js"
};
static const unsigned char mini_panel_js[] = {
#embed "miniprogram/panel.js"
};
static const unsigned char mini_qr_js[] = {
#embed "miniprogram/qr.js"
};
static const unsigned char mini_reader_js[] = {
#embed "miniprogram/reader.js"
};
static const unsigned char mini_settings_js[] = {
#embed "miniprogram/settings.js"
};
static const unsigned char mini_shelf_js[] = {
#embed "miniprogram/shelf.js"
};
static const unsigned char mini_shelf_wxml[] = {
#embed "miniprogram/shelf.wxml"
};
static const unsigned char mini_shell_wxss[] = {
#embed "miniprogram/shell.wxss"
};
static const unsigned char mini_store_js[] = {
#embed "miniprogram/store.js"
};
static const unsigned char mini_tables_js[] = {
#embed "miniprogram/tables.js"
};

static const offprint_theme_file files[] = {
  {"tokens.txt", tokens_txt, sizeof tokens_txt},
  {"site/archives.mustache", site_archives_mustache, sizeof site_archives_mustache},
  {"site/article.mustache", site_article_mustache, sizeof site_article_mustache},
  {"site/home.mustache", site_home_mustache, sizeof site_home_mustache},
  {"site/icon.svg", site_icon_svg, sizeof site_icon_svg},
  {"site/layout.mustache", site_layout_mustache, sizeof site_layout_mustache},
  {"site/missing.mustache", site_missing_mustache, sizeof site_missing_mustache},
  {"site/parts/documents.mustache", site_parts_documents_mustache, sizeof site_parts_documents_mustache},
  {"site/parts/line.mustache", site_parts_line_mustache, sizeof site_parts_line_mustache},
  {"site/offline.js", site_offline_js, sizeof site_offline_js},
  {"site/offline-retire.js", site_offline_retire_js, sizeof site_offline_retire_js},
  {"site/service-worker.js", site_service_worker_js, sizeof site_service_worker_js},
  {"site/service-worker-retire.js", site_service_worker_retire_js, sizeof site_service_worker_retire_js},
  {"site/parts/series.mustache", site_parts_series_mustache, sizeof site_parts_series_mustache},
  {"site/parts/translations.mustache", site_parts_translations_mustache, sizeof site_parts_translations_mustache},
  {"site/redirect.mustache", site_redirect_mustache, sizeof site_redirect_mustache},
  {"site/script.js", site_script_js, sizeof site_script_js},
  {"site/search.mustache", site_search_mustache, sizeof site_search_mustache},
  {"search/engine.js", search_engine_js, sizeof search_engine_js},
  {"search/page.js", search_page_js, sizeof search_page_js},
  {"search/page.wxml", search_page_wxml, sizeof search_page_wxml},
  {"search/page.wxss", search_page_wxss, sizeof search_page_wxss},
  {"search/site.js", search_site_js, sizeof search_site_js},
  {"search/site.css", search_site_css, sizeof search_site_css},
  {"site/custom.css", site_custom_css, sizeof site_custom_css},
  {"site/parts/colophon.mustache", site_parts_colophon_mustache, sizeof site_parts_colophon_mustache},
  {"site/parts/meta.mustache", site_parts_meta_mustache, sizeof site_parts_meta_mustache},
  {"site/slots/article-end.mustache", site_slots_article_end_mustache, sizeof site_slots_article_end_mustache},
  {"site/slots/body-end.mustache", site_slots_body_end_mustache, sizeof site_slots_body_end_mustache},
  {"site/slots/head.mustache", site_slots_head_mustache, sizeof site_slots_head_mustache},
  {"site/style.css", site_style_css, sizeof site_style_css},
  {"site/term.mustache", site_term_mustache, sizeof site_term_mustache},
  {"site/terms.mustache", site_terms_mustache, sizeof site_terms_mustache},
  {"miniprogram/app.wxss", miniprogram_app_wxss, sizeof miniprogram_app_wxss},
  {"miniprogram/app.js", mini_app_js, sizeof mini_app_js},
  {"miniprogram/article.js", mini_article_js, sizeof mini_article_js},
  {"miniprogram/common.js", mini_common_js, sizeof mini_common_js},
  {"miniprogram/list.js", mini_list_js, sizeof mini_list_js},
  {"miniprogram/list.wxml", mini_list_wxml, sizeof mini_list_wxml},
  {"miniprogram/sheet.wxml", mini_sheet_wxml, sizeof mini_sheet_wxml},
  {"miniprogram/actions.js", mini_actions_js, sizeof mini_actions_js},
  {"miniprogram/drawer.wxml", mini_drawer_wxml, sizeof mini_drawer_wxml},
  {"miniprogram/list.wxss", mini_list_wxss, sizeof mini_list_wxss},
  {"miniprogram/look.js", mini_look_js, sizeof mini_look_js},
  {"miniprogram/math.wxss", mini_math_wxss, sizeof mini_math_wxss},
  {"miniprogram/media.js", mini_media_js, sizeof mini_media_js},
  {"miniprogram/panel.js", mini_panel_js, sizeof mini_panel_js},
  {"miniprogram/qr.js", mini_qr_js, sizeof mini_qr_js},
  {"miniprogram/reader.js", mini_reader_js, sizeof mini_reader_js},
  {"miniprogram/settings.js", mini_settings_js, sizeof mini_settings_js},
  {"miniprogram/shelf.js", mini_shelf_js, sizeof mini_shelf_js},
  {"miniprogram/shelf.wxml", mini_shelf_wxml, sizeof mini_shelf_wxml},
  {"miniprogram/shell.wxss", mini_shell_wxss, sizeof mini_shell_wxss},
  {"miniprogram/store.js", mini_store_js, sizeof mini_store_js},
  {"miniprogram/tables.js", mini_tables_js, sizeof mini_tables_js},
};

size_t offprint_theme_count(void) { return sizeof files / sizeof files[0]; }
offprint_theme_file offprint_theme_at(size_t index) { return files[index]; }
