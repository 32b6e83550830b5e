const wide = '1000000';

/** For tests and benchmarks, where one client replaces thousands: requests are still counted. */
export const wideLimits: Record<string, string> = {
  LIMIT_READS_PER_ADDRESS: wide,
  LIMIT_SEARCHES_PER_ADDRESS: wide,
  LIMIT_WRITES_PER_ADDRESS: wide,
  LIMIT_WRITES_PER_ACCOUNT: wide,
  LIMIT_WRITES_PER_GUEST: wide,
  LIMIT_SIGN_INS_PER_ADDRESS: wide,
  LIMIT_FAILED_SIGN_INS: wide,
  LIMIT_PASSWORD_RESETS: wide,
};
