import UsageModel

func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

func bytes<Result>(_ text: String, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
  -> Result
{
  try Array(text.utf8).withUnsafeBytes(body)
}
