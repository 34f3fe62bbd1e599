/** How the sign-in library's tables and columns are called here: one word for one thing, in snake case. */
const written = { createdAt: "created_at", updatedAt: "updated_at" } as const;

export const TABLES = {
  user: { modelName: "account", fields: { ...written, emailVerified: "email_verified" } },
  session: { modelName: "session", fields: { ...written, userId: "account_id", token: "token_hash", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent" } },
  account: {
    modelName: "credential",
    fields: { ...written, userId: "account_id", providerId: "provider", accountId: "provider_account", accessToken: "access_token", refreshToken: "refresh_token", idToken: "id_token", accessTokenExpiresAt: "access_token_expires_at", refreshTokenExpiresAt: "refresh_token_expires_at" },
  },
  verification: { modelName: "verification", fields: { ...written, expiresAt: "expires_at" } },
} as const;

export const SECOND_FACTOR = {
  user: { fields: { twoFactorEnabled: "second_factor" } },
  twoFactor: { modelName: "second_factor", fields: { userId: "account_id", backupCodes: "backup_codes", failedVerificationCount: "failed_count", lockedUntil: "locked_until" } },
} as const;
