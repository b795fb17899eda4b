package io.nowbridge.local.standin;

/** A plain page that reads well in daylight and at night. */
public final class Html {

    private Html() {}

    /** A page; title and footer are escaped here, the body is markup. */
    public static String page(String title, String body, String footer) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%%, transparent); }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
            th, td, h1 { overflow-wrap: anywhere; }
            th, td { min-width: 6.5rem; }
            tbody th { min-width: 7.5rem; font-weight: 600; }
            dl { display: grid; grid-template-columns: minmax(10rem, max-content) 1fr; gap: .25rem 1.5rem; }
            dt { font-weight: 600; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            article { border-left: 3px solid var(--line); padding-left: 1rem; margin: 1rem 0; }
            article header { font-size: .875rem; opacity: .75; }
            pre { font: inherit; margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            @media (max-width: 60rem) {
              thead { position: absolute; clip-path: inset(50%%); }
              table, tbody, tr, th, td { display: block; }
              tr { padding: .75rem 0; border-bottom: 1px solid var(--line); }
              th, td { padding: 0; border: 0; }
              td[data-label]:not(:empty)::before { content: attr(data-label) ": "; opacity: .75; }
              dl { grid-template-columns: 1fr; } dd { margin-bottom: .75rem; }
            }
            footer { margin-top: 3rem; font-size: .875rem; opacity: .75; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s
            <footer>%3$s</footer>
            </body>
            </html>
            """.formatted(escape(title), body, escape(footer));
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
