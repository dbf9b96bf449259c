/** The texts that are checked for one file: as it is, in hosts, and with acquires in the place of its expressions. */
