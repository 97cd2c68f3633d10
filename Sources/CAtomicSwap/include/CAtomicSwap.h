#ifndef C_ATOMIC_SWAP_H
#define C_ATOMIC_SWAP_H

/// Lets two paths of one file system trade places in one step (Linux renameat2, RENAME_EXCHANGE).
///
/// Returns 0, or the errno of the failure: ENOSYS or EINVAL where the kernel or the file system
/// cannot do it.
int exchange_paths(const char *first, const char *second);

#endif
