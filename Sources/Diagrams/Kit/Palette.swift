import Foundation
import Graphviz

/// The colours of the drawing kit: the NHS identity, with what each may be used for.
///
/// Text needs a contrast of 4.5:1 to what is behind it and an outline or a mark 3:1 (WCAG 2.2,
/// 1.4.3 and 1.4.11). Every pair in `textPairs` and `linePairs` is held to that by a test.
public enum Palette {
  /// NHS Black: text and outlines.
  public static let ink = DOTColour(0x231F20)
  /// White: paper, and text on dark fills.
  public static let paper = DOTColour.white
  /// NHS Dark Blue: bars of providers, home.
  public static let darkBlue = DOTColour(0x003087)
  /// NHS Blue: lines, shares, "serves".
  public static let blue = DOTColour(0x005EB8)
  /// NHS Light Blue: fills with a dark outline and dark text only.
  public static let lightBlue = DOTColour(0x41B6E6)
  /// NHS Dark Grey: lesser text and thin lines.
  public static let darkGrey = DOTColour(0x425563)
  /// NHS Mid Grey: rules and outlines.
  public static let midGrey = DOTColour(0x768692)
  /// NHS Pale Grey: panels, never alone.
  public static let paleGrey = DOTColour(0xE8EDEE)
  /// NHS Dark Green.
  public static let darkGreen = DOTColour(0x006747)
  /// NHS Pink.
  public static let pink = DOTColour(0xAE2573)
  /// NHS Purple.
  public static let purple = DOTColour(0x330072)
  /// NHS Warm Yellow: fills with a dark outline and dark text only.
  public static let warmYellow = DOTColour(0xFFB81C)

  /// A colour laid on another.
  public struct Pair: Hashable, Sendable {
    /// What is in front.
    public let front: DOTColour
    /// What is behind.
    public let back: DOTColour
  }

  /// Text on its ground, as the kit sets it.
  public static let textPairs = [
    Pair(front: ink, back: paper), Pair(front: ink, back: paleGrey),
    Pair(front: paper, back: darkBlue), Pair(front: paper, back: blue),
    Pair(front: darkGrey, back: paper), Pair(front: darkGrey, back: paleGrey),
    Pair(front: ink, back: lightBlue), Pair(front: ink, back: warmYellow),
  ]

  /// Lines, marks and outlines on their ground, as the kit sets them.
  public static let linePairs = [
    Pair(front: ink, back: paper), Pair(front: ink, back: paleGrey),
    Pair(front: darkBlue, back: paper), Pair(front: blue, back: paper),
    Pair(front: darkBlue, back: paleGrey), Pair(front: blue, back: paleGrey),
    Pair(front: midGrey, back: paper), Pair(front: darkGrey, back: paper),
    Pair(front: darkGreen, back: paper), Pair(front: purple, back: paper),
    Pair(front: darkGrey, back: paleGrey), Pair(front: paper, back: darkBlue),
    Pair(front: paper, back: blue), Pair(front: ink, back: lightBlue),
  ]

  /// The contrast of two colours, 1 to 21, as WCAG 2.2 defines it.
  ///
  /// - Complexity: O(1).
  public static func contrast(_ one: DOTColour, _ other: DOTColour) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The relative luminance of a solid colour, 0 to 1, as WCAG 2.2 defines it.
  ///
  /// - Complexity: O(1).
  public static func luminance(_ colour: DOTColour) -> Double {
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  /// Ink or paper, whichever can be read better on a fill.
  public static func text(on fill: DOTColour) -> DOTColour {
    contrast(ink, fill) >= contrast(paper, fill) ? ink : paper
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
