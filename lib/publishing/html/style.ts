/**
 * The page's look on a screen, a telephone and paper. Fonts are named only: those of the reader's computer; nothing is
 * fetched.
 */
export const STYLE = `
:root{color-scheme:light;--line:#8a8f98;--soft:#f3f5f8;--ink:#1b1f24}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:1rem/1.75 "Noto Serif SC","Source Han Serif SC",SimSun,"宋体",serif}
main,header,nav{max-width:72rem;margin:0 auto;padding:0 1rem}
h1,h2,h3,h4{font-family:SimHei,"黑体","Noto Sans SC",sans-serif;line-height:1.4;text-wrap:balance}
h1{text-align:center;font-size:1.6rem;margin:2rem 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 1rem}
h3,h4{font-size:1.05rem;margin:1.5rem 0 .5rem}
.about{text-align:center;color:#454b54}
.draft{border:2px solid #b42318;color:#b42318;font-weight:700;text-align:center;padding:.25rem 1rem;margin:1rem auto;max-width:24rem}
.skip{position:absolute;left:-100rem}
.skip:focus{left:0;background:#fff;padding:.5rem 1rem}
a{color:#0b57a4}
nav ol{padding-left:0;list-style:none}
nav li{margin:.25rem 0}
p{text-indent:2em;margin:.5rem 0;text-align:justify}
header p,.unit,.notes p{text-indent:0}
.lead{font-family:KaiTi,"楷体","LXGW WenKai",serif}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:3px solid #0b57a4;outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}
caption{text-align:left;padding:.25rem 0;font-weight:700}
.unit{float:right;font-weight:400}
th,td{border:1px solid var(--line);padding:.3rem .5rem;vertical-align:middle}
thead th{background:var(--soft);text-align:center;font-family:SimHei,"黑体","Noto Sans SC",sans-serif;font-weight:400}
tbody th{font-weight:400;text-align:left}
.fields th{background:var(--soft);width:9rem}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.mid{text-align:center}
.total th,.total td{font-weight:700}
.total th{text-align:center}
.notes{font-size:.875rem}
@page{size:A4 portrait;margin:20mm}
@page broad{size:A4 landscape;margin:18mm}
@media print{
  body{font-size:11pt}
  nav,.skip{display:none}
  main,header{max-width:none;padding:0}
  section.annex{break-before:page}
  section.broad{page:broad}
  h2,h3,h4,caption{break-after:avoid}
  thead{display:table-header-group}
  tr{break-inside:avoid}
  .scroll{overflow:visible}
  a{color:inherit;text-decoration:none}
}`.trim();
