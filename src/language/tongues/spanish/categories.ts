import { listed, phrases } from "../../phrases.ts";

/** What people name when they spend → the category it belongs to. */
export const SPANISH_EXPENSES = phrases<string>([
  [
    "combustible",
    listed(
      `bencina|bencinas|gasolina|nafta|diesel|petroleo|combustible|combustibles|parafina|gnc|gasoil|grifo|bencinera|estanque|lubricante`,
    ),
  ],
  [
    "alimentacion",
    listed(
      `pan|panes|marraqueta|hallulla|leche|huevo|huevos|queso|carne|pollo|pescado|fruta|frutas|verdura|verduras|arroz|fideos|azucar|aceite|cafe|te|almuerzo|almuerzos|desayuno|once|cena|comida|comidas|colacion|colaciones|supermercado|super|mercaderia|feria|abarrotes|bebida|bebidas|cerveza|cervezas|agua mineral|sandwich|completo|completos|empanada|empanadas|pizza|pizzas|sushi|helado|helados|torta|galletas|restaurant|restaurante|delivery|asado|menu|choripan|palta|paltas|tomate|tomates|papas|viveres|panaderia|verduleria|carniceria|chela|chelas|snack|snacks|postre|dulces|tacos|ceviche|chifa|despensa|mandado|comer|jamon|mantequilla|yogurt|medialunas|facturas de panaderia|yerba|vino|vinos`,
    ),
  ],
  [
    "servicios_basicos",
    listed(
      `luz|electricidad|agua|gas|internet|wifi|telefono|celular|plan|plan celular|cuenta de la? luz|cuenta del? agua|cuenta del? gas|cable|fibra|gastos comunes|gasto comun|alcantarillado|recibo de luz|recibo de agua|telefonia|balon de gas|alarma`,
    ),
  ],
  [
    "arriendo",
    listed(
      `arriendo|arriendos|alquiler|alquileres|renta|renta del local|dividendo|arrendamiento|arrendo|arriendo del local`,
    ),
  ],
  [
    "sueldos",
    listed(
      `sueldo|sueldos|salario|salarios|remuneracion|remuneraciones|jornal|jornales|finiquito|imposiciones|cotizaciones|previred|afp|honorarios|planilla|nomina|aguinaldo|quincena del? trabajador|ayudante|maestro|empleado|empleada|trabajador|trabajadora|trabajadores|empleados|vendedora|junior|garzon|nana`,
    ),
  ],
  [
    "impuestos",
    listed(
      `iva|igv|impuesto|impuestos|contribuciones|patente|patentes|patente comercial|f 29|f 22|f29|ppm|permiso de circulacion|tesoreria|monotributo|isr|multa del? sii|renta anual|timbres|notaria`,
    ),
  ],
  [
    "transporte",
    listed(
      `uber|taxi|taxis|micro|metro|bus|buses|pasaje|pasajes|peaje|peajes|tag|estacionamiento|parking|flete|fletes|envio|envios|despacho|despachos|colectivo|encomienda|encomiendas|chilexpress|starken|bluexpress|bip|remis|mudanza|locomocion|pasajes en bus|mototaxi|combi|cabify|didi|correo`,
    ),
  ],
  [
    "insumos",
    listed(
      `insumo|insumos|materiales|material|harina|levadura|telas|tela|hilo|hilos|bolsas|bolsa|envases|cajas|madera|tornillos|clavos|cemento|pintura|cables|tinta|papel|papeleria|resmas|libreria|utiles|proveedor|proveedores|materia prima|materias primas|mercaderias|poleras|stock|repuesto|repuestos|ferreteria|etiquetas|cuero|lana|lanas|semillas|alimento para perros|alimento de? perro|comida de perro|flores|velas|vasos|servilletas|productos|producto|limpieza|cloro|detergente|articulos de aseo|aseo|guantes|uniformes`,
    ),
  ],
  [
    "mantencion",
    listed(
      `mantencion|mantenimiento|reparacion|reparaciones|arreglo|arreglos|mecanico|taller|gasfiter|gasfiteria|plomero|electricista|neumatico|neumaticos|llanta|llantas|cambio de aceite|vulcanizacion|lavado de? auto|lavado de la? camioneta|revision tecnica|service|tecnico|cerrajero|limpieza del? local`,
    ),
  ],
  [
    "marketing",
    listed(
      `publicidad|marketing|anuncio|anuncios|facebook ads|instagram ads|google ads|ads|volantes|flyers|letrero|pendon|aviso|avisos|promocion|tarjetas de presentacion|community manager|influencer|diseno|logo`,
    ),
  ],
  [
    "equipamiento",
    listed(
      `computador|computadora|notebook|laptop|impresora|celular nuevo|telefono nuevo|maquina|maquinas|herramienta|herramientas|taladro|horno|refrigerador|freezer|vitrina|mueble|muebles|silla|sillas|mesa|mesas|escritorio|estante|balanza|camara|tablet|monitor|cocina nueva?|estufa|ventilador|equipo|equipos|caja registradora|maquina de coser`,
    ),
  ],
  [
    "financieros",
    listed(
      `comision|comisiones|interes|intereses|credito|cuota del? credito|prestamo|cuota|cuotas|tarjeta|tarjeta de credito|mantencion de? la? cuenta|banco|transbank|sumup|getnet|seguro|seguros|leasing|factoring|linea de credito|giro`,
    ),
  ],
  [
    "suscripciones",
    listed(
      `suscripcion|suscripciones|netflix|spotify|hosting|dominio|software|licencia|licencias|membresia|mensualidad del? gym|gym|gimnasio|app|aplicacion|zoom|canva|chatgpt|office|icloud`,
    ),
  ],
  [
    "salud",
    listed(
      `medico|doctor|doctora|dentista|remedio|remedios|medicamento|medicamentos|farmacia|consulta medica?|isapre|fonasa|examen|examenes|hospital|clinica|lentes|psicologo|psicologa|veterinario|kinesiologo|bono medico`,
    ),
  ],
  ["retiros", listed(`retiro|retiro personal|retiros|para mi|para la casa|gastos personales|uso personal`)],
  [
    "otros_gastos",
    listed(
      `regalo|regalos|donacion|colegio|curso|cursos|capacitacion|abogado|contador|contadora|asesoria|asesorias|tramite|tramites|otros`,
    ),
  ],
]);

/** Income that is not the sale of goods. */
export const SPANISH_INCOMES = phrases<string>([
  [
    "servicios",
    listed(
      `servicio|servicios|asesoria|asesorias|consultoria|honorarios|clase|clases|reparacion|reparaciones|arreglo|arreglos|corte|cortes|corte de pelo|peluqueria|manicure|masaje|masajes|flete|fletes|instalacion|instalaciones|mantencion|mantenciones|diseno|trabajo|trabajos|pega|pololo|pololito|mano de obra|traduccion|fotografia|sesion|sesiones|consulta|consultas|limpieza|jardineria|pintura de casa|pintura del? local|tatuaje|evento|eventos|banqueteria|changa|chamba|proyecto|terapia|lavado|lavados`,
    ),
  ],
  [
    "ventas",
    listed(
      `venta|ventas|pan|panes|torta|tortas|poleras|ropa|empanadas|completos|productos|almuerzos|pedido|pedidos|helados|cliente|clientes|mercaderia`,
    ),
  ],
  [
    "otros_ingresos",
    listed(
      `interes|intereses|premio|subsidio|bono|bonos|aporte|herencia|devolucion|reembolso|arriendo|regalo|dividendos|propina|propinas|seguro|indemnizacion|aguinaldo|ife|fogape|sueldo|impuestos?|operacion renta`,
    ),
  ],
]);
