import Foundation

/// Inputs one after the other until the time is over.
struct FuzzRun {
  let reader: FuzzedReader
  let corpus: Corpus
  let work: WorkFolder
  let seed: UInt64

  func run(seconds: Double) throws {
    limitMemory()
    let mutator = Mutator(corpus: corpus, reader: reader)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var number = 0
    var accepted = 0
    while clock.now < end || number < corpus.files.count {
      let input = mutator.input(number, seed: seed)
      _ = try work.write(input, to: "input")
      alarm(FuzzReaders.mostSeconds)
      do {
        if try reader.check(input, work) == .accepted { accepted += 1 }
        if number % 64 == 0 { try checkMemory() }
      } catch {
        print("\(reader.name), seed \(seed), input \(number): \(error)")
        exit(1)
      }
      number += 1
    }
    alarm(0)
    print(
      "\(reader.name): \(number) inputs of seed \(seed), \(accepted) accepted, "
        + "\(try peakMemory() >> 20) MiB at most")
  }

  private func checkMemory() throws {
    let peak = try peakMemory()
    try require(peak <= FuzzReaders.mostMemory, "\(peak >> 20) MiB of memory were used")
  }

  /// A reader that asks for ever more must not take the machine with it.
  private func limitMemory() {
    var limit = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  }
}

/// Bytes of the process that were in memory at once, at most.
private func peakMemory() throws -> Int {
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  guard let kibibytes = line?.split(separator: " ").dropLast().last.flatMap({ Int($0) }) else {
    throw Violation("/proc/self/status has no VmHWM")
  }
  return kibibytes << 10
}
