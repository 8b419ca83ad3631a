/** The page's style; its hash stands in the page's content security policy, so nothing else can style it. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c2128;--soft:#57606a;--line:#d8dee4;--card:#fff;--page:#f6f8fa;--red:#c4281c;--orange:#b54708;--yellow:#8a6100;--blue:#1f5fbf;--green:#1a7f37}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4af;--line:#30363d;--card:#161b22;--page:#0d1117;--red:#ff7b72;--orange:#ffa657;--yellow:#e3b341;--blue:#79c0ff;--green:#56d364}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);overflow-wrap:anywhere;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2rem 0 .75rem}
h3{font-size:1.05rem;margin:0 0 .5rem;overflow-wrap:anywhere}
h4{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{margin:.4rem 0}
code{font:.88em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.soft{color:var(--soft)}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem;margin:0 0 1rem}
.finding{border-top:1px solid var(--line);padding-top:.8rem;margin-top:.8rem}
.badge{display:inline-block;font-size:.75rem;font-weight:600;border:1px solid currentColor;border-radius:1rem;padding:0 .6em;margin:0 .4em .2em 0;text-transform:uppercase;letter-spacing:.03em}
.critical,.high{color:var(--red)}.high{color:var(--orange)}.medium{color:var(--yellow)}.low{color:var(--blue)}.note{color:var(--soft)}.closed{color:var(--green)}
ol.steps{margin:.2rem 0 .6rem;padding-left:1.4rem}
ol.chain{list-style:none;margin:.6rem 0;padding:0 0 0 1rem;border-left:2px solid var(--line)}
ol.chain li{margin:.35rem 0;overflow-wrap:anywhere}
ol.chain b{font-weight:600;margin-right:.35em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:4rem}
details>summary{cursor:pointer;font-weight:600}
a{color:var(--blue)}
svg{display:block;width:100%;height:auto}
svg.wide{min-width:36rem}svg.narrow{display:none}
@media(max-width:38rem){svg.wide{display:none}svg.narrow{display:block}}
svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}
svg .small{font-size:11px;fill:var(--soft)}
svg rect{fill:var(--card);stroke:var(--line)}
svg path{fill:none;stroke:var(--line);stroke-width:2}
svg .s-critical{stroke:var(--red)}svg .s-high{stroke:var(--orange)}svg .s-medium{stroke:var(--yellow)}svg .s-low{stroke:var(--blue)}svg .s-note{stroke:var(--line)}
footer{margin-top:2.5rem;color:var(--soft);font-size:.85rem}
@media print{body{background:#fff}.card{break-inside:avoid}}
`;
