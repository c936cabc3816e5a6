/* No OpenSSL declaration is shown to Swift: see CScrupleDigest. */
