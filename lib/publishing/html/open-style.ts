/** The styles of the public pages, which stand in the page: it comes whole in one answer. */
export const OPEN_STYLE = `
:root{color-scheme:light;--ink:#1b2430;--dim:#525c69;--line:#c3cad3;--soft:#f2f5f9;--brand:#123f7c;--link:#0b4f9e;--less:#b35900}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
a{color:var(--link);text-underline-offset:3px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px;z-index:1}
.site{background:var(--brand)}
.wide,main,footer{max-width:1180px;margin:0 auto;padding:0 20px}
.wide{display:flex;flex-wrap:wrap;align-items:center;gap:4px 28px;min-height:56px}
.site a{color:#fff;text-decoration:none}.site a:hover{text-decoration:underline}
.site .name{font-weight:700;font-size:20px;letter-spacing:.06em;margin-right:auto}
.site nav{display:flex;gap:24px;font-size:15px}
main{padding-top:12px;padding-bottom:24px}
footer{margin-top:32px;padding-top:12px;padding-bottom:24px;border-top:1px solid var(--line);color:var(--dim);font-size:14px}
footer p{margin:0}
h1{font-size:27px;line-height:1.35;margin:12px 0 4px;word-break:keep-all;overflow-wrap:anywhere}
h2{font-size:21px;line-height:1.4;margin:40px 0 12px;padding-left:12px;border-left:5px solid var(--brand)}
h3{font-size:17px;margin:28px 0 4px}
h4{font-size:16px;margin:16px 0 4px}
.lead,.meta,.hint{color:var(--dim);margin:2px 0 10px}
.hint{font-size:14px}
.crumbs ol{list-style:none;display:flex;flex-wrap:wrap;margin:0;padding:0;font-size:14px;color:var(--dim)}
.crumbs li+li::before{content:"›";margin:0 8px}
.alert{border-left:5px solid var(--less);background:#fff4e6;padding:10px 14px;margin:14px 0}
.alert.red{border-color:#a51111;background:#fff0f0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:1px;margin:16px 1px}
.figures div{background:var(--soft);padding:12px 16px;box-shadow:0 0 0 1px var(--line)}
.figures dt{font-size:14px;color:var(--dim)}
.figures dd{margin:0}
.figures b{font-size:25px;line-height:1.3;font-variant-numeric:tabular-nums}
.figures span{display:block;font-size:14px;font-variant-numeric:tabular-nums}
.button,button{display:inline-block;background:var(--link);border:1px solid var(--link);border-radius:4px;color:#fff;padding:5px 14px;text-decoration:none;font:inherit;cursor:pointer}
.button:hover,button:hover{background:var(--brand)}
.downloads{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin:16px 0}
.contents{border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:10px 0;font-size:15px}
.parts{list-style:none;display:flex;flex-wrap:wrap;gap:4px 24px;margin:0;padding:0;font-weight:600}
.toc{list-style:none;columns:2;column-gap:32px;margin:6px 0 0;padding:0;line-height:1.6}
.toc li{break-inside:avoid}
.years,.pager ul{list-style:none;display:flex;flex-wrap:wrap;gap:8px;margin:12px 0;padding:0}
.years a,.pager a{display:block;padding:4px 14px;border:1px solid var(--line);border-radius:4px;text-decoration:none}
.years a[aria-current],.pager a[aria-current]{background:var(--brand);border-color:var(--brand);color:#fff}
.count{font-size:13px;margin-left:8px}
.pager{margin:20px 0}.pager p{margin:0;color:var(--dim);font-size:14px}
.pager li[aria-hidden]{padding:4px 2px}
.actions{margin:0 0 6px;font-size:14px}.actions a{margin-right:14px;white-space:nowrap}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;min-width:100%;font-size:14px;line-height:1.5}
caption{text-align:left;color:var(--dim);padding:2px 0 4px}
caption.unit{text-align:right}
th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}
thead th{background:#e8eef6;text-align:center;vertical-align:middle;font-weight:600}
thead th{min-width:4em}tbody th,.w{font-weight:400;min-width:7em}.total .w{font-weight:700}
tbody tr:nth-child(even){background:#fafbfd}
tbody tr:hover{background:#eef4fb}
.total th,.total td{font-weight:700}
thead a{color:inherit}
th[aria-sort=ascending] a::after{content:" ▲";font-size:.8em}
th[aria-sort=descending] a::after{content:" ▼";font-size:.8em}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.day{white-space:nowrap;font-variant-numeric:tabular-nums}
.l2{padding-left:1.8em}.l3{padding-left:3em}
.list tbody th{min-width:12em}.list tbody th a{font-weight:600}
.found{color:var(--dim);font-size:13px}
abbr{text-decoration:none}
.note{font-size:14px;margin:4px 0}
.no{color:var(--dim);font-weight:400}
.fields{margin:6px 0 10px;font-size:14px;border-top:1px solid var(--line)}
.fields div{display:grid;grid-template-columns:10em 1fr;border-bottom:1px solid var(--line);padding:4px 0}
.fields dt{color:var(--dim)}.fields dd{margin:0;white-space:pre-line}
.narrative{max-width:46em}
.narrative p{text-indent:2em;margin:6px 0}
.narrative b{font-weight:600}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,500px),1fr));gap:32px 40px}
.chart{margin:0;min-width:0}
figcaption{font-weight:700;border-bottom:2px solid var(--brand);padding-bottom:2px;margin-bottom:8px}
figcaption small{font-weight:400;color:var(--dim);margin-left:10px;font-size:14px}
figcaption .unit{float:right;font-weight:400;color:var(--dim);font-size:14px}
.bars{font-size:14px;line-height:1.35;margin-bottom:12px}
.legend{display:flex;gap:18px;margin:0 0 6px}
.bar{display:grid;grid-template-columns:9.5em 1fr;gap:12px;align-items:center;padding:3px 0}
.label{text-align:right}
.track{display:flex;align-items:center;gap:6px;padding-right:5em;min-height:19px;font-variant-numeric:tabular-nums}
.track svg{flex:none}
.track span{white-space:nowrap;margin-right:-5em}
.both{display:grid;grid-template-columns:1fr 1fr;background:linear-gradient(var(--line),var(--line)) 50%/1px 100% no-repeat}
.both .track{padding-right:5.5em}.both .track:last-child>span:first-child{margin-left:6px}.both .track span{margin-right:-5.5em}
.both .less{justify-content:flex-end;padding:0 0 0 5.5em}.both .less span{margin:0 0 0 -5.5em}
.s0{fill:var(--link)}.s1{fill:#8c97a5}rect.less{fill:var(--less)}
.files td.hash{font-family:ui-monospace,Consolas,monospace;font-size:12px;overflow-wrap:anywhere;min-width:17em}
form.search{display:flex;flex-wrap:wrap;gap:12px;margin:14px 0 20px;padding:14px 16px;background:var(--soft);border:1px solid var(--line);align-items:end}
form.search label{display:grid;font-size:14px;gap:2px}
form.search label:first-child{flex:1 1 20em;max-width:36em}
input,select{font:inherit;font-size:16px;padding:5px 10px;height:38px;border:1px solid #717c89;border-radius:4px;background:#fff;color:var(--ink);width:100%}
button{height:38px}
::placeholder{color:#66707c;opacity:1}
summary{cursor:pointer;padding:4px 0}
code{font-size:13px;background:var(--soft);padding:1px 5px}
@media (max-width:640px){.wide,main,footer{padding-left:14px;padding-right:14px}h1{font-size:22px}h2{font-size:19px}.toc{columns:1}.toc li{padding:3px 0}.fields div{grid-template-columns:1fr}.figures{grid-template-columns:1fr 1fr}.figures div{padding:8px 10px}.figures div:first-child{grid-column:1/-1}.figures b{font-size:21px}.extra{display:none}.list tbody th{min-width:9em}.bar{grid-template-columns:6.5em 1fr;gap:8px}th,td{padding:4px 6px}.actions a{display:inline-block;padding:3px 0}}
@media print{.site nav,.crumbs,.contents,.downloads,.actions,.hint,form,.skip,.pager,.years,footer p+p{display:none}.site{background:none;border-bottom:2px solid #000}.site a{color:#000}.wide,main,footer{max-width:none;padding:0}body{font-size:10.5pt}.scroll{overflow:visible}details::details-content{content-visibility:visible;display:block}section.annex{break-before:page}section.broad{page:broad}h2,h3,h4,caption,figcaption{break-after:avoid}.chart{break-inside:avoid}.charts{grid-template-columns:1fr;gap:14px}#annexes{display:none}th,td{padding:1.5px 4px}thead th,tbody th,.w,.list tbody th{min-width:0}thead{display:table-header-group}tr{break-inside:avoid}tbody tr:nth-child(even){background:none}table{font-size:8.5pt;line-height:1.35}.figures{grid-template-columns:repeat(5,1fr)}.figures div{padding:6px 8px}.figures b{font-size:14pt}.figures dt,.figures span{font-size:8pt}a{color:inherit;text-decoration:none}.button{all:unset}.narrative{max-width:none}}
@page{size:A4 portrait;margin:15mm}
@page broad{size:A4 landscape;margin:15mm}
`;
