/// Replaces the published site by a staged one.
extension StagedSite {
  func takePlace(with record: BuildRecord?) throws(PublishingError) -> Summary {
    let files = ledger.withLock { $0.files }
    let manifest = Manifest(files.keys)
    try place(manifest.bytes, at: Manifest.path)
    // Always written, and last: anything newer than the record was changed by someone else.
    if let record { try staging.create(BuildRecord.path, record.bytes) }
    // A second look, so that files that came into the folder during the build are not lost either.
    let old = try PublishedSite(output)
    try prepare(over: old)
    let isExchanged = try exchange(with: old)
    if let old, !isExchanged {
      let unchanged = files.filter { $0.value && old.files[$0.key] == published?.files[$0.key] }
      try InPlaceReplacement(
        staging: staging, old: old, manifest: manifest, unchanged: Set(unchanged.keys),
        record: record
      ).run()
    }
    let unchangedCount = files.values.count { $0 }
    return Summary(
      written: files.count - unchangedCount, unchanged: unchangedCount,
      removed: old?.removedFiles(besides: manifest.files).count ?? 0,
      replacedInPlace: !isExchanged, leftover: removeOldSite())
  }

  /// Makes the staged site ready to serve: with the files that it takes over, and on the disk.
  private func prepare(over old: PublishedSite?) throws(PublishingError) {
    if let old {
      if !force { try old.refuseForeignFiles() }
      let ledger = ledger.withLock { $0 }
      let carried = old.carriedEntries(force: force).filter { !ledger.occupies($0.path) }
      try ForeignFiles(entries: carried, old: old, staging: staging).carry()
      try staging.adoptAccess(of: old.status)
    } else {
      try staging.setPermissions(0o755)
    }
    try staging.syncFileSystem()
  }

  /// Takes the old site's place; false if the system cannot do so in one step.
  private func exchange(with old: PublishedSite?) throws(PublishingError) -> Bool {
    if old == nil {
      try output.parent.rename(output.staging, to: output.name, in: output.parent)
    } else if try !exchange.run(output) {
      return false
    }
    try output.parent.sync()
    return true
  }

  /// Removes the file or folder that now has the staging folder's name.
  private func removeOldSite() -> PublishingError? {
    do throws(PublishingError) {
      try output.parent.removeTree(output.staging)
      return nil
    } catch {
      return error
    }
  }
}
