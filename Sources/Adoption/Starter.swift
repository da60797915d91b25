/// The guide that `init` makes out of nothing: small, complete, and without a finding.
public enum Starter {
  /// Its files.
  public static let files: [Adoption.File] = [
    file("content/guide.yml", guide), file("content/raci/responsibilities.yml", raci),
    file("content/en-US/locale.yml", locale), file("content/en-US/index.md", home),
    file("content/en-US/responsibilities.md", document),
    file("content/raci/tables.yml", tableSettings), file("content/en-US/tables.md", tables),
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

  private static let tableSettings = """
    # How the tables of tables.md are read: their cells contain the letters.
    sections:
      letters:
        table: letters
        responsibilities:
          updates: {}
          update-tests: {}
      roles:
        table: columns
        responsibilities:
          new-features: {}
          training: {}
      marks:
        table: ticks
        responsibilities:
          monitoring: {}
          reports: {}
      owners:
        table: columns
        responsibilities:
          network: {}
          passwords: {}
    """

  private static let tables = """
    ---
    title: Kinds of tables
    description: One table of each kind that contains its own letters.
    ---
    # Kinds of tables

    Keep the kind that suits your guide, and delete the others here and in `raci/tables.yml`.

    ## A column for each party {#letters}

    Responsibility | The service | The customer
    --- | :-: | :-:
    Updates | RA | I
    Update tests | R | A

    ## A column for each letter {#roles}

    Responsibility | Responsible | Accountable | Consulted | Informed
    --- | --- | --- | --- | ---
    New features | The service | The service | The customer |
    Training | The customer | The customer | | The service

    ## Check marks {#marks}

    Responsibility | The service | The customer
    --- | :-: | :-:
    Monitoring | ✓ |
    Reports | | ✓

    ## One owner {#owners}

    Responsibility | Owner
    --- | ---
    Network | The service
    Passwords | The customer
    """
}
