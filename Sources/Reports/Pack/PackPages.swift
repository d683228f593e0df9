import Governance

/// All pages of a pack.
struct PackPages {
  let content: PackContent
  /// All figures with the page each stands on, in the order of the pages.
  let figures: [(place: FigurePlan.Place, figure: Figure)]
  /// The tables made for the pack.
  let tables: [DownloadTables.Entry]
  /// The files of the register.
  let registerFiles: [PackPath]

  /// Writes every page and the style sheet.
  ///
  /// - Parameters:
  ///   - folder: where they go.
  ///   - progress: called after each page.
  /// - Returns: the number of pages.
  func write(
    to folder: inout PackFolder, progress: (PackProgress) -> Void
  ) throws(PackError) -> Int {
    let frame = PageFrame(
      title: content.title, day: content.day,
      attribution: PackAttribution.statements(for: content.register),
      sections: Page.Section.allCases.filter { section in
        switch section {
        case .findings: content.findings != nil
        case .load: content.load != nil
        default: true
        }
      })
    let makers = pages
    for (index, make) in makers.enumerated() {
      if Task.isCancelled { throw .cancelled }
      let page = make()
      try folder.write(frame.text(of: page), to: page.path)
      progress(PackProgress(stage: .writing, completed: index + 1, total: makers.count))
    }
    try folder.write(PackageResources.pack_css, to: SiteMap.style)
    return makers.count
  }

  /// The pages, each made when its turn comes, so that they are not all held at once.
  private var pages: [() -> Page] {
    let byPlace = Dictionary(grouping: figures, by: \.place).mapValues { $0.map(\.figure) }
    let index = IndexPages(content: content)
    let heads: [() -> Page] = [
      {
        SummaryPage(
          content: content,
          figures: content.spanningSectors.map { sector in
            (sector, byPlace[.sector(sector)] ?? [])
          }
        ).page()
      },
      { index.providers }, { index.systems }, { index.regions },
    ]
    let findings: [() -> Page] =
      content.findings.map { findings in
        [{ FindingsPage(content: content, findings: findings).page() }]
      } ?? []
    let tails: [() -> Page] = [
      { DataPage(content: content).page() },
      {
        DownloadsPage(
          content: content, figures: figures.map(\.figure), charts: charts?.all ?? [],
          tables: tables, registerFiles: registerFiles
        ).page()
      },
    ]
    return heads + findings + loadPages + tails + providerPages(byPlace) + systemPages(byPlace)
      + regionPages(byPlace)
  }

  private var charts: LoadCharts? {
    content.load.map { LoadCharts(load: $0, atlas: content.atlas) }
  }

  private var loadPages: [() -> Page] {
    guard let load = content.load, let charts else { return [] }
    return [
      { LoadPage(content: content, load: load, charts: charts).page() },
      { LoadEvidencePage(content: content, load: load).page() },
      { LoadMethodPage(content: content, load: load).page() },
    ]
  }

  /// The questions about whomever a page is about.
  private func part(_ page: Code, _ figures: [FigurePlan.Place: [Figure]]) -> FindingsPart? {
    guard let findings = content.findings else { return nil }
    let drawn = findings.drawn(on: page).compactMap { finding in
      figures[.witness(finding.id, on: page)]?.first.map { (finding.id, $0) }
    }
    return FindingsPart(
      content: content, findings: findings, page: page,
      figures: Dictionary(drawn, uniquingKeysWith: { first, _ in first }))
  }

  private func providerPages(_ figures: [FigurePlan.Place: [Figure]]) -> [() -> Page] {
    content.providers.compactMap { footprint in
      content.map[footprint.provider.id].map { path in
        {
          ProviderPage(
            content: content, footprint: footprint,
            figures: figures[.provider(footprint.provider.id)] ?? [],
            accountability: figures[.accountability(footprint.provider.id)] ?? [],
            findings: part(footprint.provider.id, figures),
            load: LoadSection(of: footprint.provider.id, in: content)
          ).page(at: path)
        }
      }
    }
  }

  private func systemPages(_ figures: [FigurePlan.Place: [Figure]]) -> [() -> Page] {
    content.systems.compactMap { profile in
      content.map[profile.system.id].map { path in
        {
          SystemPage(
            content: content, profile: profile, figures: figures[.system(profile.system.id)] ?? [],
            findings: part(profile.system.id, figures)
          ).page(at: path)
        }
      }
    }
  }

  private func regionPages(_ figures: [FigurePlan.Place: [Figure]]) -> [() -> Page] {
    content.regions.compactMap { profile in
      content.map[profile.region.id].map { path in
        {
          RegionPage(
            content: content, profile: profile, figures: figures[.region(profile.region.id)] ?? [],
            findings: part(profile.region.id, figures)
          ).page(at: path)
        }
      }
    }
  }
}
