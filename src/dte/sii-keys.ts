// The public keys with which the SII signs the folios it authorises (CAF), as it publishes them.

/** IDK of the key that signs folios of the certification environment: nothing stamped with them was ever sold. */
export const CERTIFICATION_KEY_ID = "100";

/** IDK → SubjectPublicKeyInfo, base64 DER: RSA of 512 bit, exponent 65537. Source: the SII's 100.cer and 300.cer. */
export const SII_KEYS: Readonly<Record<string, string>> = {
  "100":
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMj78A3LIaVQAKWFUixd5SinPgzhbMA6seXqfeSyooER41L6743LfVHjSavUsQXc1PZ8+eExFQWMnwFUKRuMcVMCAwEAAQ==",
  "300":
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAJ3uv8XuvZbfTHz1Pxv6Fdhdc+8ExnGPjAez94Xv7nXntO9aOuB5wyZakA5F9gKJCvb7T6+iuNaTj38BHDWFszUCAwEAAQ==",
};
