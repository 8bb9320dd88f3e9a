"use client";
import "./globals.css";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { inter, sourceSerif } from "./fonts";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Stands in for the whole document, when even the frame of the page cannot be shown. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en-GB" className={`${inter.variable} ${sourceSerif.variable}`}>
      <body>
        <title>Not available · Throughline</title>
        <main className="mx-auto max-w-2xl px-4 py-16">
          <h1 className="mb-4 text-page">Throughline cannot be shown right now</h1>
          <ErrorState
            happened="The application could not reach what it needs, most often its database"
            safe="Your data is as it was: showing a page changes nothing."
            todo="Try again in a minute. If it stays, tell your administrator the reference below."
            id={error.digest}
            actions={
              <Button look="primary" onClick={retry}>
                Try again
              </Button>
            }
          />
        </main>
      </body>
    </html>
  );
}
