/// One page of a pack, before it is written.
struct Page: Sendable {
  /// Which part of the pack a page belongs to.
  enum Section: CaseIterable, Sendable {
    case summary, providers, systems, regions, findings, load, data, downloads
  }

  /// Its file.
  let path: PackPath
  /// The part it belongs to.
  let section: Section
  /// Its heading, and the first part of its title.
  let heading: String
  /// One sentence that says what it holds.
  let summary: String
  /// What follows the heading.
  let body: HTML
}

extension Page.Section {
  /// The name in the navigation.
  var name: String {
    switch self {
    case .summary: "Summary"
    case .providers: "Providers"
    case .systems: "ICSs"
    case .regions: "Regions"
    case .findings: "Questions"
    case .load: "Governance load"
    case .data: "Data and confidence"
    case .downloads: "Downloads"
    }
  }

  /// The page at its head.
  var path: PackPath {
    switch self {
    case .summary: SiteMap.summary
    case .providers: SiteMap.providers
    case .systems: SiteMap.systems
    case .regions: SiteMap.regions
    case .findings: SiteMap.findings
    case .load: SiteMap.load
    case .data: SiteMap.data
    case .downloads: SiteMap.downloads
    }
  }
}

/// What all pages of a pack have around them.
struct PageFrame: Sendable {
  /// The title of the pack.
  let title: String
  /// The day the pack is about, as `1 April 2026`.
  let day: String
  /// Licences and attributions, one sentence each.
  let attribution: [String]
  /// The parts that the pack has.
  var sections = Page.Section.allCases

  /// The whole page as text.
  ///
  /// - Parameter page: what to frame.
  func text(of page: Page) -> String {
    let root = Tag.html(.lang("en-GB")) {
      head(of: page)
      Tag.body {
        Tag.a(.class("skip"), .href(.anchor("content"))) { "Skip to the content" }
        banner
        navigation(for: page)
        Tag.main(.id("content"), .isFocusTarget) {
          Tag.h1 { page.heading }
          page.body
        }
        footer
      }
    }
    return HTMLWriter.page(root, path: page.path)
  }

  private func head(of page: Page) -> HTML {
    Tag.head {
      Tag.meta(.charset)
      Tag.title { page.heading == title ? title : "\(page.heading) – \(title)" }
      Tag.meta(.meta("viewport"), .content("width=device-width, initial-scale=1"))
      Tag.meta(.meta("description"), .content(page.summary))
      Tag.link(.isStylesheet, .href(.file(SiteMap.style)))
    }
  }

  private var banner: HTML {
    Tag.header(.class("banner")) {
      Tag.div(.class("inner")) {
        Tag.p(.class("pack")) { title }
        Tag.p(.class("day")) { "As on \(day)" }
      }
    }
  }

  private func navigation(for page: Page) -> HTML {
    Tag.nav(.label("Parts of this pack")) {
      Tag.ul {
        for section in sections {
          Tag.li { entry(section, in: page) }
        }
      }
    }
  }

  private func entry(_ section: Page.Section, in page: Page) -> HTML {
    if section.path == page.path {
      Tag.a(.href(.file(section.path)), .isCurrentPage) { section.name }
    } else if section == page.section {
      Tag.a(.href(.file(section.path)), .isCurrentSection) { section.name }
    } else {
      Tag.a(.href(.file(section.path))) { section.name }
    }
  }

  private var footer: HTML {
    Tag.footer {
      Tag.div(.class("inner")) {
        if !attribution.isEmpty {
          Tag.p { attribution.joined(separator: " ") }
        }
        Tag.p {
          "Figures marked “assumed” rest on judgement or general knowledge. What is not known is "
          "said to be not known; it is never counted as nothing. "
          Tag.a(.href(.file(SiteMap.data))) { "Data and confidence" }
          " names the sources and whom to thank for them."
        }
      }
    }
  }
}
