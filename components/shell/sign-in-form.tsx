"use client";
import { type FormEvent, useState } from "react";
import { forgetRound } from "@/components/observe/kept-round";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type DemoChoice = { email: string; password: string; label: string };
type Problem = { email?: string; password?: string; form?: string };

const answers: Record<string, string> = {
  CredentialsSignin: "This e-mail address and password do not belong together. Check both, or ask your administrator.",
  "too-many-tries": "Too many tries. Wait a quarter of an hour, or ask your administrator.",
};
const unreachable =
  "Signing in did not work: the server could not be reached. What you typed is still here; try again.";

/** Says what is wrong beside the field and keeps what was typed. Never tells whether an address is known. */
export function SignInForm({ to, demo }: { to: string; demo: readonly DemoChoice[] }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem>({});
  const [pending, setPending] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(email, password);
    setProblem(missing);
    if (missing.email || missing.password) {
      document.getElementsByName(missing.email ? "email" : "password")[0]?.focus();
      return;
    }
    setPending(true);
    const form = await tryToSignIn(email, password);
    if (form === null) {
      await forgetRound();
      return window.location.assign(to);
    }
    setProblem({ form });
    setPending(false);
  };

  return (
    <div>
      <form
        method="post"
        onSubmit={(event) => void submit(event)}
        noValidate
        className="space-y-4 border-t-2 border-ink pt-4"
      >
        <h2 className="text-section">Sign in</h2>
        <Field label="E-mail address" error={problem.email}>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label="Password" error={problem.password}>
          <Input
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <div role="alert">{problem.form ? <p className="font-medium text-worse">{problem.form}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending} className="w-full">
          {pending ? "Signing in" : "Sign in"}
        </Button>
      </form>
      {demo.length > 0 ? (
        <section aria-labelledby="demo" className="mt-8 border-t border-rule pt-3">
          <h2 id="demo" className="text-lead">
            Look around as
          </h2>
          <p className="mb-2 text-table text-ink-2">
            This organisation is made up. A role fills the form; then sign in.
          </p>
          <ul className="grid gap-x-4 sm:grid-cols-2">
            {demo.map((choice) => (
              <li key={choice.email}>
                <button
                  type="button"
                  className="link target text-start text-table"
                  onClick={() => {
                    setEmail(choice.email);
                    setPassword(choice.password);
                    setProblem({});
                  }}
                >
                  {choice.label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function missingIn(email: string, password: string): Problem {
  const problem: Problem = {};
  if (!/^\S+@\S+$/.test(email.trim())) problem.email = "Write your e-mail address like name@company.com";
  if (password === "") problem.password = "Write your password";
  return problem;
}

/** Null when it worked, else what to tell. */
async function tryToSignIn(email: string, password: string): Promise<string | null> {
  try {
    const { signIn } = await import("next-auth/react");
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok && !answer.error) return null;
    return answers[answer?.error ?? ""] ?? unreachable;
  } catch {
    return unreachable;
  }
}
