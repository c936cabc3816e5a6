/* No zlib declaration is shown to Swift: see CScrupleCompression. */
