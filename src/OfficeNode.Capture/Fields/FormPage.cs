using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>The text of one page of a form.</summary>
/// <param name="Page">The number of the page within its batch; it comes back with each field that is found there.</param>
public sealed record FormPage(int Page, PageText Text);
