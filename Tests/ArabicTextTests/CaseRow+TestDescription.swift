import TestSupport
import Testing

extension CaseRow: CustomTestStringConvertible {}
