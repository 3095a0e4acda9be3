namespace OfficeNode.Host.Kiosk.Live;

/// <summary>Marks an address that screens ask by themselves: asking it is no use of the sign-in, which ends though a screen is left open.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NoUseAttribute : Attribute;
