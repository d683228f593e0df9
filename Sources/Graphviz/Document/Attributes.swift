// The closed lists of what may be set. There is deliberately no way to name an attribute by
// string: those that open files or change the engine (image, shapefile, stylesheet, fontpath,
// layout, pack, concentrate, record shapes) do not exist here.
// All lengths are in points; the writer turns them into inches where Graphviz wants inches.

/// Outline of a node.
public enum NodeShape: String, Hashable, Sendable, CaseIterable {
  /// A rectangle.
  case box
  /// As large as its label, without an outline: for tables.
  case plain
  /// A label without an outline, with the usual margin.
  case plaintext
  /// An ellipse.
  case ellipse
  /// A circle.
  case circle
  /// A dot.
  case point
  /// A diamond.
  case diamond
  /// A hexagon.
  case hexagon
  /// An octagon.
  case octagon
  /// A triangle.
  case triangle
  /// A house.
  case house
  /// A trapezium.
  case trapezium
  /// A parallelogram.
  case parallelogram
  /// A sheet with a folded corner.
  case note
  /// A folder.
  case folder
  /// A cylinder.
  case cylinder
}

/// How an outline or a line is drawn.
public enum LineStyle: String, Hashable, Sendable, CaseIterable {
  /// Unbroken.
  case solid
  /// Dashes.
  case dashed
  /// Dots.
  case dotted
  /// Thick.
  case bold
}

/// What an area is filled with.
public enum Fill: Hashable, Sendable {
  /// One colour.
  case solid(DOTColour)
  /// Upright stripes of equal width from the left, two to 32; boxes only.
  case stripes([DOTColour])
  /// Equal sectors counter-clockwise from the right, two to 32; ellipses and circles only.
  case wedges([DOTColour])
}

/// Looks of letters; nil leaves what surrounds them.
public struct FontAttributes: Hashable, Sendable {
  /// The font.
  public var font: DOTFont?
  /// Size in points, 1 to 1,000.
  public var size: Double?
  /// Colour.
  public var colour: DOTColour?

  /// Creates looks of letters.
  public init(font: DOTFont? = nil, size: Double? = nil, colour: DOTColour? = nil) {
    self.font = font
    self.size = size
    self.colour = colour
  }
}

/// What an element is called in the SVG and what it does there.
public struct ElementAttributes: Hashable, Sendable {
  /// Its id; must be unique in the picture.
  public var id: DOTElementName?
  /// Its classes.
  public var classes: [DOTElementName]
  /// What a pointer resting on it shows.
  public var tooltip: String?
  /// What a click opens.
  public var link: DOTLink?

  /// Creates element attributes.
  public init(
    id: DOTElementName? = nil, classes: [DOTElementName] = [], tooltip: String? = nil,
    link: DOTLink? = nil
  ) {
    self.id = id
    self.classes = classes
    self.tooltip = tooltip
    self.link = link
  }
}

/// What may be set on a node.
public struct NodeAttributes: Hashable, Sendable {
  /// Outline.
  public var shape: NodeShape?
  /// Centre, for engines that take positions.
  public var position: DOTPoint?
  /// Whether neato and fdp may not move it from its position.
  public var pinned: Bool
  /// Least width in points, or the exact one with `fixedSize`; up to 14,400.
  public var width: Double?
  /// Least height in points, or the exact one with `fixedSize`; up to 14,400.
  public var height: Double?
  /// Whether width and height hold whatever the label needs.
  public var fixedSize: Bool
  /// Space around the label, sideways and up and down, in points.
  public var margin: DOTSize?
  /// How the outline is drawn.
  public var line: LineStyle?
  /// Whether the outline has round corners.
  public var rounded: Bool
  /// Whether nothing is drawn.
  public var invisible: Bool
  /// What the inside is filled with.
  public var fill: Fill?
  /// Colour of the outline.
  public var colour: DOTColour?
  /// Width of the outline in points, 0 to 100.
  public var penWidth: Double?
  /// Number of outlines, 0 to 4.
  public var peripheries: Int?
  /// Looks of the label.
  public var font: FontAttributes
  /// A text beside the node.
  public var outsideLabel: DOTText?
  /// Where the label sits in a taller node.
  public var labelPlace: HTMLBox.Vertical?
  /// Nodes of one group are kept in a straight line where dot can; the caller's key.
  public var group: String?
  /// Order hint for osage and patchwork: the area in patchwork, more is larger.
  public var area: Double?
  /// SVG id, classes, tooltip and link.
  public var element: ElementAttributes

  /// Creates node attributes.
  public init(
    shape: NodeShape? = nil, position: DOTPoint? = nil, pinned: Bool = false,
    width: Double? = nil, height: Double? = nil, fixedSize: Bool = false,
    margin: DOTSize? = nil, line: LineStyle? = nil, rounded: Bool = false,
    invisible: Bool = false, fill: Fill? = nil, colour: DOTColour? = nil,
    penWidth: Double? = nil, peripheries: Int? = nil, font: FontAttributes = FontAttributes(),
    outsideLabel: DOTText? = nil, labelPlace: HTMLBox.Vertical? = nil, group: String? = nil,
    area: Double? = nil, element: ElementAttributes = ElementAttributes()
  ) {
    self.shape = shape
    self.position = position
    self.pinned = pinned
    self.width = width
    self.height = height
    self.fixedSize = fixedSize
    self.margin = margin
    self.line = line
    self.rounded = rounded
    self.invisible = invisible
    self.fill = fill
    self.colour = colour
    self.penWidth = penWidth
    self.peripheries = peripheries
    self.font = font
    self.outsideLabel = outsideLabel
    self.labelPlace = labelPlace
    self.group = group
    self.area = area
    self.element = element
  }
}

/// Tip of an edge.
public enum ArrowShape: String, Hashable, Sendable, CaseIterable {
  /// A triangle.
  case normal
  /// A triangle without a filling.
  case empty
  /// An open V.
  case open = "vee"
  /// A disc.
  case dot
  /// A ring.
  case ring = "odot"
  /// A diamond.
  case diamond
  /// A diamond without a filling.
  case emptyDiamond = "odiamond"
  /// A box.
  case box
  /// A bar.
  case tee
  /// A crow's foot.
  case crow
  /// Nothing.
  case none
}

/// Which ends of an edge carry a tip.
public enum ArrowDirection: String, Hashable, Sendable, CaseIterable {
  /// The end.
  case forward
  /// The start.
  case back
  /// Both.
  case both
  /// Neither.
  case none
}

/// What may be set on an edge.
public struct EdgeAttributes: Hashable, Sendable {
  /// Colour of the line.
  public var colour: DOTColour?
  /// How the line is drawn.
  public var line: LineStyle?
  /// Whether nothing is drawn.
  public var invisible: Bool
  /// Width of the line in points, 0 to 100.
  public var penWidth: Double?
  /// Which ends carry a tip.
  public var direction: ArrowDirection?
  /// Tip at the end.
  public var arrowHead: ArrowShape?
  /// Tip at the start.
  public var arrowTail: ArrowShape?
  /// Scale of the tips, 0 to 10.
  public var arrowSize: Double?
  /// How strongly the edge pulls its ends together, 0 to 1,000.
  public var weight: Int?
  /// Least number of ranks it spans (dot), 0 to 100; not 0 together with a label.
  public var minimumLength: Int?
  /// Whether it takes part in ranking (dot).
  public var constraint: Bool?
  /// Wanted length in points (neato, fdp).
  public var length: Double?
  /// Text at the end.
  public var headLabel: DOTText?
  /// Text at the start.
  public var tailLabel: DOTText?
  /// Text near the line that takes no room in the layout.
  public var outsideLabel: DOTText?
  /// Looks of the labels.
  public var font: FontAttributes
  /// The computed course, for the exact engine.
  public var path: EdgePath?
  /// Where the centre of the label lies, for the exact engine.
  public var labelPosition: DOTPoint?
  /// SVG id, classes, tooltip and link.
  public var element: ElementAttributes

  /// Creates edge attributes.
  public init(
    colour: DOTColour? = nil, line: LineStyle? = nil, invisible: Bool = false,
    penWidth: Double? = nil, direction: ArrowDirection? = nil, arrowHead: ArrowShape? = nil,
    arrowTail: ArrowShape? = nil, arrowSize: Double? = nil, weight: Int? = nil,
    minimumLength: Int? = nil, constraint: Bool? = nil, length: Double? = nil,
    headLabel: DOTText? = nil, tailLabel: DOTText? = nil, outsideLabel: DOTText? = nil,
    font: FontAttributes = FontAttributes(), path: EdgePath? = nil,
    labelPosition: DOTPoint? = nil, element: ElementAttributes = ElementAttributes()
  ) {
    self.colour = colour
    self.line = line
    self.invisible = invisible
    self.penWidth = penWidth
    self.direction = direction
    self.arrowHead = arrowHead
    self.arrowTail = arrowTail
    self.arrowSize = arrowSize
    self.weight = weight
    self.minimumLength = minimumLength
    self.constraint = constraint
    self.length = length
    self.headLabel = headLabel
    self.tailLabel = tailLabel
    self.outsideLabel = outsideLabel
    self.font = font
    self.path = path
    self.labelPosition = labelPosition
    self.element = element
  }
}

/// What may be set on a cluster.
public struct ClusterAttributes: Hashable, Sendable {
  /// What the inside is filled with; one colour only.
  public var fill: DOTColour?
  /// Colour of the outline.
  public var colour: DOTColour?
  /// How the outline is drawn.
  public var line: LineStyle?
  /// Whether the outline has round corners.
  public var rounded: Bool
  /// Width of the outline in points, 0 to 100; 0 draws none.
  public var penWidth: Double?
  /// Space between outline and content in points, 0 to 1,000; 8 if nil.
  public var margin: Double?
  /// Whether the label is at the top (the default) or the bottom.
  public var labelAtBottom: Bool
  /// Where the label sits from side to side.
  public var labelAlignment: DOTText.Alignment?
  /// Looks of the label.
  public var font: FontAttributes
  /// SVG id, classes, tooltip and link.
  public var element: ElementAttributes

  /// Creates cluster attributes.
  public init(
    fill: DOTColour? = nil, colour: DOTColour? = nil, line: LineStyle? = nil,
    rounded: Bool = false, penWidth: Double? = nil, margin: Double? = nil,
    labelAtBottom: Bool = false, labelAlignment: DOTText.Alignment? = nil,
    font: FontAttributes = FontAttributes(), element: ElementAttributes = ElementAttributes()
  ) {
    self.fill = fill
    self.colour = colour
    self.line = line
    self.rounded = rounded
    self.penWidth = penWidth
    self.margin = margin
    self.labelAtBottom = labelAtBottom
    self.labelAlignment = labelAlignment
    self.font = font
    self.element = element
  }
}

/// What may be set on the whole picture.
public struct GraphAttributes: Hashable, Sendable {
  /// Which way the ranks of dot follow one another.
  public enum RankDirection: String, Hashable, Sendable, CaseIterable {
    /// From top to bottom.
    case down = "TB"
    /// From bottom to top.
    case up = "BT"
    /// From left to right.
    case right = "LR"
    /// From right to left.
    case left = "RL"
  }

  /// How edges run.
  public enum Splines: String, Hashable, Sendable, CaseIterable {
    /// Curves around nodes.
    case spline
    /// Straight lines.
    case line
    /// Broken lines around nodes.
    case polyline
    /// Level and upright lines.
    case ortho
    /// Simple curves.
    case curved
    /// Not drawn.
    case none
  }

  /// What engines other than dot do about nodes that cover one another.
  public enum Overlap: String, Hashable, Sendable, CaseIterable {
    /// Leave them.
    case allowed = "true"
    /// Move them by proximity, the usual choice.
    case prism
    /// Scale the layout up.
    case scale
    /// Compress as far as nothing covers another.
    case compress
    /// Move them by Voronoi cells.
    case voronoi
  }

  /// What is drawn above what.
  public enum OutputOrder: String, Hashable, Sendable, CaseIterable {
    /// Nodes and edges as they come.
    case asWritten = "breadthfirst"
    /// Edges above nodes.
    case nodesFirst = "nodesfirst"
    /// Nodes above edges.
    case edgesFirst = "edgesfirst"
  }

  /// Order in which edges leave or enter a node (dot).
  public enum Ordering: String, Hashable, Sendable, CaseIterable {
    /// Children stay in the order given.
    case out
    /// Parents stay in the order given.
    case `in`
  }

  /// Way of the ranks.
  public var rankDirection: RankDirection?
  /// Space between ranks in points, 0 to 7,200.
  public var rankSeparation: Double?
  /// Space between nodes of a rank in points, 0 to 7,200.
  public var nodeSeparation: Double?
  /// How edges run.
  public var splines: Splines?
  /// What to do about nodes that cover one another.
  public var overlap: Overlap?
  /// Space kept around nodes by `overlap` and edge routing, in points.
  public var separation: Double?
  /// What is drawn above what.
  public var outputOrder: OutputOrder?
  /// Order of edges at a node.
  public var ordering: Ordering?
  /// Colour of the page.
  public var background: DOTColour?
  /// Whether the label is at the top; the bottom otherwise.
  public var labelAtTop: Bool
  /// Where the label sits from side to side.
  public var labelAlignment: DOTText.Alignment?
  /// Space around the drawing within the page, in points, 0 to 1,000; 4 if nil.
  public var pad: Double?
  /// Blank space around the page in points, 0 to 1,000; 0 if nil.
  public var margin: Double?
  /// Largest size in points the picture is scaled down to.
  public var maximumSize: DOTSize?
  /// Exact size of the page in points; the drawing is scaled down to fit and centred.
  public var page: DOTSize?
  /// Looks of the graph's label; nodes, edges and clusters have their own.
  public var font: FontAttributes
  /// Ranks across clusters (dot); set by itself where a rank group holds nodes of a cluster.
  public var newRank: Bool
  /// Limit on the effort of ranking (dot), 0 to 1,000.
  public var rankEffort: Double?
  /// Limit on the effort of crossing reduction (dot), 0 to 1,000.
  public var crossingEffort: Double?
  /// Seed of engines that start at random.
  public var seed: Int?
  /// The node in the middle of twopi and circo.
  public var root: DOTNodeID?

  /// Creates graph attributes.
  public init(
    rankDirection: RankDirection? = nil, rankSeparation: Double? = nil,
    nodeSeparation: Double? = nil, splines: Splines? = nil, overlap: Overlap? = nil,
    separation: Double? = nil, outputOrder: OutputOrder? = nil, ordering: Ordering? = nil,
    background: DOTColour? = nil, labelAtTop: Bool = false,
    labelAlignment: DOTText.Alignment? = nil, pad: Double? = nil, margin: Double? = nil,
    maximumSize: DOTSize? = nil, page: DOTSize? = nil,
    font: FontAttributes = FontAttributes(), newRank: Bool = false, rankEffort: Double? = nil,
    crossingEffort: Double? = nil, seed: Int? = nil, root: DOTNodeID? = nil
  ) {
    self.rankDirection = rankDirection
    self.rankSeparation = rankSeparation
    self.nodeSeparation = nodeSeparation
    self.splines = splines
    self.overlap = overlap
    self.separation = separation
    self.outputOrder = outputOrder
    self.ordering = ordering
    self.background = background
    self.labelAtTop = labelAtTop
    self.labelAlignment = labelAlignment
    self.pad = pad
    self.margin = margin
    self.maximumSize = maximumSize
    self.page = page
    self.font = font
    self.newRank = newRank
    self.rankEffort = rankEffort
    self.crossingEffort = crossingEffort
    self.seed = seed
    self.root = root
  }
}
