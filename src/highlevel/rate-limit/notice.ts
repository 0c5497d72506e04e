/** What an operator should hear about the limits. */
export type LimiterNotice =
  /** Most of the day's budget is used. Said once a day and bucket. */
  | {
      readonly kind: 'daily-budget';
      readonly bucket: string;
      readonly dailyUsed: number;
      readonly dailyLimit: number;
      readonly dailyResetMs: number;
    }
  /** HighLevel answered 429 all the same: somebody else uses the token, or its limit is lower than it says. */
  | { readonly kind: 'refused'; readonly bucket: string; readonly pauseMs: number }
  /** The shared count cannot be reached, so this process counts alone. */
  | { readonly kind: 'counting-alone'; readonly problem: string };
