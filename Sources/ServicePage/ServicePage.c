// Carries the web page inside the program, as its files are. A new file needs its two lines here.
#include "ServicePage.h"

static const unsigned char index_html[] = {
#embed "page/index.html"
};
static const unsigned char page_css[] = {
#embed "page/page.css"
};
static const unsigned char main_js[] = {
#embed "page/main.js"
};
static const unsigned char dom_js[] = {
#embed "page/dom.js"
};
static const unsigned char complete_js[] = {
#embed "page/complete.js"
};
static const unsigned char entity_js[] = {
#embed "page/entity.js"
};
static const unsigned char table_js[] = {
#embed "page/table.js"
};
static const unsigned char icon_svg[] = {
#embed "page/icon.svg"
};
static const unsigned char schemas_json[] = {
#embed "schemas.json"
};

#define FILE(name, bytes) {name, bytes, sizeof(bytes)}

static const ServicePageFile files[] = {
    FILE("index.html", index_html),
    FILE("page.css", page_css),
    FILE("main.js", main_js),
    FILE("dom.js", dom_js),
    FILE("complete.js", complete_js),
    FILE("entity.js", entity_js),
    FILE("table.js", table_js),
    FILE("icon.svg", icon_svg),
    FILE("schemas.json", schemas_json),
};

size_t service_page_count(void) { return sizeof(files) / sizeof(files[0]); }

ServicePageFile service_page_file(size_t index) { return files[index]; }
