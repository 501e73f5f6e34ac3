/** The styles of the public pages, which stand in the page: it comes whole in one answer. */
export const OPEN_STYLE = `
:root{color-scheme:light;--ink:#1a1a1a;--dim:#555;--line:#767676;--soft:#f3f5f8;--link:#0b4f9e}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
a{color:var(--link)}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px}
header.site{border-bottom:3px solid var(--link);padding:12px 16px}
header.site a{color:var(--ink);text-decoration:none;font-weight:700;font-size:18px}
main{max-width:1120px;margin:0 auto;padding:16px}
footer{max-width:1120px;margin:24px auto 0;padding:16px;border-top:1px solid #ccc;color:var(--dim);font-size:14px}
h1{font-size:26px;line-height:1.35;margin:8px 0 4px;text-wrap:balance}
h2{font-size:21px;margin:36px 0 8px;padding-bottom:4px;border-bottom:1px solid #ccc}
h3{font-size:17px;margin:24px 0 6px}
h4{font-size:16px;margin:16px 0 4px}
.meta{color:var(--dim);margin:2px 0}
.alert{border-left:5px solid #b35900;background:#fff4e6;padding:8px 14px;margin:14px 0}
.alert.red{border-color:#a51111;background:#fff0f0}
.toc{columns:2;column-gap:32px;padding-left:1.2em;font-size:15px}
.scroll{overflow-x:auto;max-width:100%}
.scroll:focus-visible{outline:3px solid var(--link)}
table{border-collapse:collapse;min-width:100%;font-size:14px;line-height:1.45}
caption{text-align:left;color:var(--dim);padding:2px 0 4px}
th,td{border:1px solid var(--line);padding:4px 7px;text-align:left;vertical-align:top}
thead th{background:var(--soft);text-align:center;vertical-align:middle}
tbody th{font-weight:400;min-width:7em}
.total th,.total td{font-weight:700}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.l2{padding-left:1.6em}.l3{padding-left:2.6em}
.note{font-size:14px;margin:4px 0}
.no{color:var(--dim);font-weight:400}
.fields{margin:6px 0;font-size:14px}
.fields div{display:grid;grid-template-columns:9em 1fr;border-bottom:1px solid #ddd}
.fields dt{color:var(--dim)}.fields dd{margin:0;white-space:pre-line}
.narrative p{text-indent:2em;margin:4px 0}
.narrative b{font-weight:600}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:24px}
.chart{margin:0;min-width:0}
figcaption{font-weight:700}
.unit{float:right;font-weight:400;color:var(--dim);font-size:14px}
svg{width:100%;height:auto;font-size:13px}svg text{fill:var(--ink)}
.now{fill:#0b4f9e}.prior{fill:#9a9a9a}
.files td.hash{font-family:ui-monospace,Consolas,monospace;font-size:12px;overflow-wrap:anywhere;min-width:17em}
form.search{display:flex;flex-wrap:wrap;gap:8px;margin:12px 0;align-items:end}
form.search label{display:grid;font-size:14px}
input,select,button{font:inherit;padding:5px 10px;border:1px solid var(--line);border-radius:4px;background:#fff;color:var(--ink);max-width:100%}
button{background:var(--link);color:#fff;border-color:var(--link)}
summary{cursor:pointer}
@media (max-width:600px){main{padding:12px}h1{font-size:21px}.toc{columns:1}.fields div{grid-template-columns:1fr}table{font-size:13px}th,td{padding:3px 5px}}
@media print{header.site,.toc,form,.skip{display:none}main{max-width:none;padding:0}.scroll{overflow:visible}details>*{display:block}.annex,.chart{break-inside:auto}thead{display:table-header-group}tr{break-inside:avoid}table{font-size:9pt}a{color:inherit;text-decoration:none}@page{size:A4;margin:15mm}}
`;
