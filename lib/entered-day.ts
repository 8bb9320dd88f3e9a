import { z } from "zod";
import { daysBetween } from "./days";

/** A day somebody enters, 'YYYY-MM-DD'. */
export const enteredDay = z.iso.date("Write a date such as 2026-03-31");

const years = 20;

/** One that something happened on or will: a year with a digit too many is refused rather than counted. */
export const dayNearToday = enteredDay.refine(
  (day) => Math.abs(daysBetween(new Date().toISOString(), day)) <= years * 365.25,
  `Choose a day within ${years} years of today`,
);
