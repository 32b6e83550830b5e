/** The site's whole style, inlined in each page, so that nothing else is fetched. */
export const stylesheet = `
:root{--ink:#111;--paper:#fffdf7;--loud:#c8102e;--quiet:#666;--rule:#ddd6c8}
@media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#151412;--loud:#ff5a5f;--quiet:#9a958b;--rule:#38342d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:0 1rem 4rem;background:var(--paper);color:var(--ink);font:1.05rem/1.55 Georgia,serif}
header{border-bottom:6px solid var(--loud);margin-bottom:2rem;padding:1.2rem 0 .4rem}
header a{color:inherit;text-decoration:none;font:900 clamp(2.4rem,9vw,4.2rem)/1 Impact,"Arial Narrow",sans-serif;text-transform:uppercase}
header p,small,footer{color:var(--quiet);font:.85rem/1.5 system-ui,sans-serif}
a{color:var(--loud)}
h2 a,small a[href^="#"]{text-decoration:none}
small a[href^="#"]{color:inherit}
a:hover,a:focus-visible{text-decoration:underline}
h1,h2{font:800 1.6rem/1.15 "Helvetica Neue",Arial,sans-serif;margin:.2rem 0}
h1{font-size:2.2rem}
article+h2{margin-top:1.6rem}
article[id] p{margin:.4rem 0}
article:target{border-left:4px solid var(--loud);padding-left:.8rem}
article{border-bottom:1px solid var(--rule);padding:1rem 0;overflow-wrap:anywhere}
article img,article video{max-width:100%}
pre{overflow:auto}
blockquote{border-left:4px solid var(--rule);margin-left:0;padding-left:1rem}
.closed{border:2px solid var(--loud);padding:.6rem 1rem;font-weight:bold}
.d1{margin-left:1.5rem}.d2{margin-left:3rem}.d3{margin-left:4.5rem}.d4{margin-left:6rem}.d5{margin-left:7.5rem}
@media(max-width:34rem){.d1{margin-left:.6rem}.d2{margin-left:1.2rem}.d3{margin-left:1.8rem}.d4{margin-left:2.4rem}.d5{margin-left:3rem}}
`;
