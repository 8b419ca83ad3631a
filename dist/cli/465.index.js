// 25be11105cc656e79f5d5d903599ef5c
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 465, ids: [465], modules: {

/***/ 9465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDeclarations: () => (/* binding */ readDeclarations)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2730);

async function readDeclarations(languages, files, context) {
    const declarations = [];
    const mentions = [];
    const problems = [];
    for (const language of languages) {
        const claimed = files.filter((file) => language.claims(file.path) && (language.accepts?.(file) ?? true));
        if (claimed.length === 0)
            continue;
        const reading = await readGuarded(language, claimed, context);
        declarations.push(...reading.declarations);
        mentions.push(...reading.mentions);
        problems.push(...reading.problems);
    }
    return { declarations, mentions, problems };
}
async function readGuarded(language, files, context) {
    try {
        return await language.read(files, context);
    }
    catch (error) {
        const reason = `${language.title} reader failed: ${(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
        return { declarations: [], mentions: [], problems: files.map(({ path }) => ({ kind: 'malformed', path, reason })) };
    }
}


/***/ })

} };
})
