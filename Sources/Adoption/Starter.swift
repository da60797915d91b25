/// The guide that `init` makes out of nothing: small, complete, and without a finding.
public enum Starter {
  /// Its files.
  public static let files: [Adoption.File] = [
    file("content/guide.yml", guide), file("content/raci/responsibilities.yml", raci),
    file("content/en-US/locale.yml", locale), file("content/en-US/index.md", home),
    file("content/en-US/responsibilities.md", document),
  ]

  private static func file(_ path: String, _ text: String) -> Adoption.File {
    .init(path: path, bytes: Array((text + "\n").utf8))
  }

  private static let guide = """
    # The settings of the guide for all languages.
    source_locale: en-US
    locales: [en-US]
    base_path: /

    # The columns of the matrix, in this order.
    parties: [service, customer]
    """

  private static let raci = """
    # The letters of responsibilities.md: R responsible, A accountable, C consulted, I informed.
    sections:
      service-responsibilities:
        raci: {service: RA, customer: I}
        responsibilities:
          backups:
            raci: {service: RA, customer: C}
            evidence: {customer: 2}
      customer-responsibilities:
        raci: {customer: RA}
        responsibilities:
          user-accounts: {}
    """

  private static let locale = """
    title: Who does what
    description: The responsibilities of the service and its customers.
    parties:
      service: {name: The service, short: Service, description: Runs the systems.}
      customer: {name: The customer, short: Customer, description: Uses the systems.}
    """

  private static let home = """
    ---
    title: Who does what
    ---
    # Who does what

    Start with [all responsibilities](responsibilities.md) or the [matrix](matrix/).
    """

  private static let document = """
    ---
    title: Responsibilities
    description: What the service does and what stays with the customer.
    ---
    # Responsibilities

    ## The service {#service-responsibilities}

    Responsibility | What it covers
    --- | ---
    Backups | The service copies all data every night.<br><br>The customer says how long copies are kept.

    ## The customer {#customer-responsibilities}

    Responsibility | What it covers
    --- | ---
    User accounts | The customer creates accounts and closes those of people who leave.
    """
}
