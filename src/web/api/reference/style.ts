/** The whole look of the page, inlined into it; light or dark as the reader's system is. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2421; --soft: #5c6a64; --paper: #fcfcfa; --card: #ffffff; --line: #e2e6e1;
  --accent: #0b7a4b; --code: #f2f5f1; --get: #0b6b8a; --post: #0b7a4b; --patch: #9a5b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ece9; --soft: #9aa8a1; --paper: #121614; --card: #191e1b;
  --line: #2b332f; --accent: #4fd39a; --code: #202723; --get: #6cc5e4; --post: #4fd39a; --patch: #f0b45c; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif;
  display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem 3rem 1.5rem;
  border-right: 1px solid var(--line); font-size: .875rem; }
nav .brand { font-size: 1.25rem; font-weight: 700; margin: 0 0 1rem; }
nav .brand span { font-size: .75rem; font-weight: 400; color: var(--soft); }
nav h2 { font-size: .7rem; text-transform: uppercase; letter-spacing: .08em; color: var(--soft); margin: 1.25rem 0 .25rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: flex; gap: .5rem; align-items: baseline; padding: .25rem .4rem; border-radius: .4rem; color: inherit;
  text-decoration: none; }
nav a:hover, nav a:focus-visible { background: var(--code); }
main { padding: 2.5rem clamp(1rem, 4vw, 4rem) 6rem; max-width: 60rem; }
h1 { font-size: 2rem; margin: 0 0 .75rem; }
h2.tag { margin: 3.5rem 0 1rem; font-size: 1.5rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: 1.25rem 1.5rem 1.5rem;
  margin: 0 0 1.5rem; }
article:target { border-color: var(--accent); }
h3 { margin: 0; font-size: 1.15rem; }
h4 { margin: 1.25rem 0 .4rem; font-size: .8rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); }
.route { margin: .35rem 0 .75rem; display: flex; flex-wrap: wrap; gap: .6rem; align-items: baseline; }
.method { font: 700 .7rem/1.4 ui-monospace, monospace; min-width: 2.9rem; }
.get { color: var(--get); } .post { color: var(--post); } .patch { color: var(--patch); }
.entrance { font-size: .75rem; color: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; }
code { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; background: var(--code); padding: .1em .3em;
  border-radius: .3em; overflow-wrap: anywhere; }
pre { font: .82rem/1.55 ui-monospace, SFMono-Regular, Menlo, monospace; background: var(--code); padding: .9rem 1rem;
  border-radius: .6rem; white-space: pre-wrap; overflow-wrap: anywhere; }
ul.fields { list-style: none; margin: .3rem 0; padding: 0 0 0 .9rem; border-left: 2px solid var(--line); }
ul.fields li { padding: .18rem 0; font-size: .92rem; }
.form { margin: 0 0 .9rem; }
.name { font-weight: 600; }
.type { color: var(--soft); font: .8rem ui-monospace, monospace; overflow-wrap: anywhere; }
.optional { color: var(--soft); font-size: .75rem; font-style: italic; }
.note { color: var(--soft); }
.status { font-weight: 700; } .s2 { color: var(--post); } .s4, .s5 { color: var(--patch); }
p.answer { margin: .25rem 0; } details { margin: .25rem 0; } summary { cursor: pointer; }
a { color: var(--accent); }
@media (max-width: 52rem) { body { display: block; } nav { position: static; height: auto; border-right: 0;
  border-bottom: 1px solid var(--line); } }
`;
