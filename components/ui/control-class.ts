/** Text fields and selects look alike. */
export const controlClass =
  "target w-full rounded-control border border-rule-2 bg-paper px-2 py-1 text-body text-ink placeholder:text-ink-3 " +
  "disabled:opacity-55 aria-invalid:border-worse aria-invalid:border-2";
