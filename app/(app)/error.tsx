"use client";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { ErrorState } from "@/components/ui/states";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <>
      <h1 className="mb-4 text-section sm:text-page">This page could not be shown</h1>
      <ErrorState
        happened="Something went wrong on our side"
        safe="Your data is as it was: showing a page changes nothing."
        todo="Try again. If it stays, tell your administrator the reference below."
        id={error.digest}
        actions={
          <>
            <Button look="primary" onClick={retry}>
              Try again
            </Button>
            <LinkButton href="/">Front page</LinkButton>
          </>
        }
      />
    </>
  );
}
